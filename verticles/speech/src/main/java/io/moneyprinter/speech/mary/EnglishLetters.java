package io.moneyprinter.speech.mary;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.lang.Character.UnicodeScript;

/** Whether a text is in letters that the English voice knows at all. */
final class EnglishLetters {
  private EnglishLetters() {}

  /** A foreign name may stand in an English text; a foreign text may not pass for one. */
  static boolean prevailIn(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
            .count();
    return 2 * latin >= letters;
  }

  static ServiceFailure refusal() {
    return ServiceFailure.invalid(
        "/language",
        "The text is said to be English but most of its letters are not Latin;"
            + " set its language, such as \"zh\" or \"ru\"");
  }
}
