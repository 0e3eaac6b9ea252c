package io.moneyprinter.content.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shape of text: paragraphs, lines, and cutting it short. */
public final class TextForm {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[\\h\\v]*\\R");
  private static final Pattern WHITE_SPACE =
      Pattern.compile("[\\s\\x0B\\u0085\\u2028\\u2029\\ufeff]+");

  private TextForm() {}

  /** The parts between blank lines; none is blank. */
  static List<String> paragraphs(String text) {
    return Stream.of(BLANK_LINE.split(text)).filter(part -> !onOneLine(part).isEmpty()).toList();
  }

  /** The same text with all white space made single spaces and none at the ends. */
  public static String onOneLine(String text) {
    return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** At most {@code limit} UTF-16 units, cut between words and marked by an ellipsis. */
  public static String shortened(String text, int limit, String language) {
    String line = onOneLine(text);
    if (line.length() <= limit) {
      return line;
    }
    BreakIterator words = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    words.setText(line);
    int end = words.preceding(limit);
    String kept = line.substring(0, end > 0 ? end : limit - 1);
    return kept.replaceAll("[\\s\\p{Ps}\\p{Pi}\\p{Pd},;:]+$", "") + "…";
  }
}
