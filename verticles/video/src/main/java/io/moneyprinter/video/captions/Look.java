package io.moneyprinter.video.captions;

/**
 * What of a phrase shows, and how.
 *
 * @param name tells the looks of one phrase apart
 * @param spoken index of the marked word, {@link #NONE} for none
 * @param visible how many words show, from the first; the others keep their places
 * @param step of the spring that the spoken word is in; {@link #NONE} when it is at rest
 */
record Look(String name, int spoken, int visible, int step) {
  static final int NONE = -1;

  /** All words, none of them marked. */
  static Look all(int words) {
    return new Look("00", NONE, words, NONE);
  }

  /** All words, one of them marked. */
  static Look marked(int spoken, int words) {
    return new Look("%02d".formatted(spoken + 1), spoken, words, NONE);
  }

  /** The first words, none of them marked. */
  static Look first(int visible) {
    return new Look("%02d".formatted(visible), NONE, visible, NONE);
  }

  Look springing(int atStep) {
    return new Look(name + "-" + atStep, spoken, visible, atStep);
  }
}
