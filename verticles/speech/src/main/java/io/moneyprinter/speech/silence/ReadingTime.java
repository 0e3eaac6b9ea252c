package io.moneyprinter.speech.silence;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/**
 * How long a text takes to say, at the rates by which MoneyPrinterTurbo paces videos without a
 * voice: 4.2 Chinese, Japanese or Korean characters, 2.7 Latin words or 4 other letters a second.
 */
final class ReadingTime {
  private static final double CJK_A_SECOND = 4.2;
  private static final double WORDS_A_SECOND = 2.7;
  private static final double LETTERS_A_SECOND = 4;
  private static final double SECONDS_BETWEEN_LINES = 0.35;
  private static final double LEAST_SECONDS = 3;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*");
  private static final Pattern LINE =
      Pattern.compile("[\\n?、;:!…？，。；：！،؛؟]|(?<![0-9])[.,]|[.,](?![0-9])");

  private ReadingTime() {}

  /** A whole text, its pauses included; at least three seconds. */
  static double seconds(String text) {
    long lines = LINE.splitAsStream(text).filter(line -> !line.isBlank()).count();
    double pauses = SECONDS_BETWEEN_LINES * Math.max(0, lines - 1);
    return Math.max(LEAST_SECONDS, sounds(text) + pauses);
  }

  /** One word. */
  static double of(String word) {
    return Math.max(0.05, sounds(word));
  }

  private static double sounds(String text) {
    long words = WORD.matcher(text).results().count();
    long cjk = text.codePoints().filter(ReadingTime::isCjk).count();
    long others =
        text.codePoints().filter(c -> Character.isLetter(c) && c > 0x7f && !isCjk(c)).count();
    return cjk / CJK_A_SECOND + words / WORDS_A_SECOND + others / LETTERS_A_SECOND;
  }

  private static boolean isCjk(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
