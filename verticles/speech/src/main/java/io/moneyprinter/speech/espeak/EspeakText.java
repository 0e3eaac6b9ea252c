package io.moneyprinter.speech.espeak;

import io.moneyprinter.speech.text.Utterance;

/**
 * A sentence as one text, in which each code point knows the word that it belongs to.
 *
 * @param owners for each code point of the text the index of its word
 */
record EspeakText(String text, int[] owners) {
  static EspeakText of(Utterance sentence) {
    var text = new StringBuilder();
    var owners = new java.util.ArrayList<Integer>();
    for (int i = 0; i < sentence.words().size(); i++) {
      boolean touches = i > 0 && sentence.words().get(i - 1).to() == sentence.words().get(i).from();
      String spoken = (i == 0 || touches ? "" : " ") + sentence.spoken().get(i);
      text.append(spoken);
      for (int n = spoken.codePointCount(0, spoken.length()); n > 0; n--) {
        owners.add(i);
      }
    }
    return new EspeakText(text.toString(), owners.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The word at a code point; the nearest one for a point outside of the text. */
  int wordAt(int codePoint) {
    return owners[Math.max(0, Math.min(codePoint, owners.length - 1))];
  }

  boolean hasWords() {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
