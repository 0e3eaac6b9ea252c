package io.moneyprinter.materials.asset;

import io.moneyprinter.materials.choice.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts as the full-text types of PostgreSQL (chapter 12 of its manual), written out here rather
 * than by its parser, so that what is found does not depend on the locale of a server. Writing
 * without spaces is cut into pairs of characters, as Lucene's CJKBigramFilter does.
 */
final class SearchWords {
  private static final Pattern RUN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+|[\\p{L}\\p{M}\\p{N}&&"
              + "[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");

  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+");

  /** PostgreSQL keeps no greater position, and no longer word. */
  private static final int LAST_POSITION = 16_383;

  private static final int LONGEST = 100;

  private SearchWords() {}

  /** A {@code tsvector}: what counts most first. */
  static String vector(String title, List<String> tags, String description, String fileName) {
    StringBuilder out = new StringBuilder();
    int at = append(out, title, 'A', 1);
    at = append(out, String.join(" ", tags), 'B', at);
    at = append(out, description, 'C', at);
    append(out, fileName, 'D', at);
    return out.toString();
  }

  private static int append(StringBuilder out, String text, char weight, int from) {
    int at = from;
    for (String stem : stems(text == null ? "" : text)) {
      if (at > LAST_POSITION) {
        break;
      }
      out.append(quoted(stem)).append(':').append(at).append(weight).append(' ');
      at++;
    }
    return at;
  }

  /** A {@code tsquery} of all words, each of which may go on; empty for a text without a word. */
  static String query(String text) {
    return stems(text).stream()
        .distinct()
        .map(stem -> quoted(stem) + ":*")
        .collect(Collectors.joining(" & "));
  }

  /** A {@code tsquery} of any of the words; empty for a text without a word. */
  static String anyOf(String text) {
    return stems(text).stream()
        .distinct()
        .map(SearchWords::quoted)
        .collect(Collectors.joining(" | "));
  }

  private static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String run = runs.group().substring(0, Math.min(LONGEST, runs.group().length()));
      if (!UNSPACED.matcher(run).matches()) {
        stems.add(Words.stem(run));
      } else if (run.length() == 1) {
        stems.add(run);
      } else {
        for (int i = 0; i + 2 <= run.length(); i++) {
          stems.add(run.substring(i, i + 2));
        }
      }
    }
    return stems;
  }

  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
