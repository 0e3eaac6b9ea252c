package io.moneyprinter.video.captions;

/**
 * What of a phrase shows, and how.
 *
 * @param name tells the looks of one phrase apart
 * @param spoken index of the marked word, {@link #NONE} for none
 * @param visible how many words show, from the first; the others keep their places
 * @param moving index of the word that a spring moves, {@link #ALL} for all of them together
 * @param step of the spring; {@link #NONE} when it is at rest
 */
record Look(String name, int spoken, int visible, int moving, int step) {
  static final int NONE = -1;
  static final int ALL = -2;

  /** All words, none of them marked. */
  static Look all(int words) {
    return new Look("00", NONE, words, ALL, NONE);
  }

  /** All words, one of them marked. */
  static Look marked(int spoken, int words) {
    return new Look("%02d".formatted(spoken + 1), spoken, words, spoken, NONE);
  }

  /** The first words, none of them marked. */
  static Look first(int visible) {
    return new Look("%02d".formatted(visible), NONE, visible, visible - 1, NONE);
  }

  Look springing(int atStep) {
    return new Look(name + "-" + atStep, spoken, visible, moving, atStep);
  }
}
