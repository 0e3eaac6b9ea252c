package io.moneyprinter.content.text;

import java.lang.Character.UnicodeScript;

/**
 * Guesses how long a text takes to say, before any voice has spoken it: 2.5 words a second where
 * words are written apart, a rate of characters where they are not.
 */
public final class SpeakingTime {
  private static final double WORDS_PER_SECOND = 2.5;
  private static final double HAN_PER_SECOND = 4.5;
  private static final double KANA_PER_SECOND = 7.5;
  private static final double UNSPACED_LETTERS_PER_SECOND = 12;

  private SpeakingTime() {}

  /** Seconds, 0 for a text without a letter or digit. */
  public static double seconds(CharSequence text) {
    double seconds = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); ) {
      int letter = Character.codePointAt(text, at);
      at += Character.charCount(letter);
      double alone = secondsOfCharacter(letter);
      if (alone > 0) {
        seconds += alone;
        inWord = false;
      } else if (Character.isWhitespace(letter)) {
        inWord = false;
      } else if (!inWord && Character.isLetterOrDigit(letter)) {
        seconds += 1 / WORDS_PER_SECOND;
        inWord = true;
      }
    }
    return seconds;
  }

  private static double secondsOfCharacter(int letter) {
    if (letter < 0x0E00 || !Character.isLetter(letter)) {
      return 0;
    }
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (script) {
      case HAN -> 1 / HAN_PER_SECOND;
      case HIRAGANA, KATAKANA -> 1 / KANA_PER_SECOND;
      case THAI, LAO, KHMER, MYANMAR -> 1 / UNSPACED_LETTERS_PER_SECOND;
      default -> 0;
    };
  }
}
