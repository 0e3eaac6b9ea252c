package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.video.fonts.Scripts;
import java.util.List;
import java.util.regex.Pattern;

/** Where sentences end, and how words make a line. */
final class Sentences {
  /** Full stops that end no sentence: initials, dotted abbreviations, ordinals like 3. */
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:\\p{L}|\\p{L}(?:\\.\\p{L})+|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|\\d{1,2})\\.");

  private Sentences() {}

  /** Whether a sentence ends with this word. */
  static boolean ends(String word) {
    int last = lastBare(word);
    if (last == '.') {
      return !ABBREVIATION.matcher(word).matches();
    }
    return "!?…。！？؟۔।॥።".indexOf(last) >= 0;
  }

  /** The last sign, closing quotes and brackets left aside; 0 when there is no other. */
  static int lastBare(String word) {
    int end = word.length();
    while (end > 0) {
      int sign = word.codePointBefore(end);
      int type = Character.getType(sign);
      if (type != Character.END_PUNCTUATION
          && type != Character.FINAL_QUOTE_PUNCTUATION
          && sign != '"'
          && sign != '\'') {
        return sign;
      }
      end -= Character.charCount(sign);
    }
    return 0;
  }

  /** The words as one line, with spaces only where their script has them. */
  static String line(List<Caption.Word> words) {
    StringBuilder line = new StringBuilder();
    for (Caption.Word word : words) {
      line.append(Scripts.spaceBetween(line.toString(), word.text()) ? " " : "")
          .append(word.text());
    }
    return line.toString();
  }
}
