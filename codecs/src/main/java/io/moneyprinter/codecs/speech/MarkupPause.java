package io.moneyprinter.codecs.speech;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a {@code <break>} is. */
final class MarkupPause {
  private static final Pattern TIME = Pattern.compile("\\+?(\\d{0,6}(?:\\.\\d{1,6})?)\\s*(ms|s)");

  /** In the words of the standard, with the lengths that Microsoft documents, seconds. */
  private static final Map<String, Double> STRENGTHS =
      Map.of(
          "none", 0.0,
          "x-weak", 0.25,
          "weak", 0.5,
          "medium", 0.75,
          "strong", 1.0,
          "x-strong", 1.25);

  private MarkupPause() {}

  /** Seconds; a longer one is cut to the longest pause there may be. */
  static double seconds(Map<String, String> attributes) {
    String time = attributes.get("time");
    if (time != null) {
      Matcher found = TIME.matcher(time.strip());
      if (!found.matches() || found.group(1).isEmpty() || found.group(1).equals(".")) {
        throw new IllegalArgumentException(
            "The markup has a break of " + time + "; write it such as 500ms or 1.5s");
      }
      double length = Double.parseDouble(found.group(1));
      return Math.min(
          NarrationMarks.LONGEST_PAUSE, found.group(2).equals("ms") ? length / 1000 : length);
    }
    Double seconds = STRENGTHS.get(attributes.getOrDefault("strength", "medium"));
    if (seconds == null) {
      throw new IllegalArgumentException(
          "The markup has a break of unknown strength; known are none, x-weak, weak, medium, strong"
              + " and x-strong");
    }
    return seconds;
  }
}
