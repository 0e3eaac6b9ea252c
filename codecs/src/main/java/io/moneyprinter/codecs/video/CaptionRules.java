package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a {@link CaptionStyle} must be like. */
public final class CaptionRules {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private static final Pattern COLOR_WITH_ALPHA =
      Pattern.compile("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?");

  private CaptionRules() {}

  /**
   * Everything that is wrong, with where and what would be right; empty for a good style.
   *
   * @param at pointer to the style (RFC 6901)
   */
  public static List<Violation> violations(CaptionStyle style, String at) {
    List<Violation> found = new ArrayList<>();
    if (style.preset() != null && CaptionPresets.named(style.preset()).isEmpty()) {
      found.add(
          new Violation(
              at + "/preset",
              "must be one of "
                  + CaptionPresets.all().stream()
                      .map(CaptionPreset::name)
                      .collect(Collectors.joining(", "))
                  + ", not "
                  + style.preset()));
    }
    range(at + "/size", style.size(), 2, 16, "percent of the width", found);
    range(at + "/offset", style.offset(), 0, 100, "percent of the height, from the top", found);
    range(at + "/outlineWidth", style.outlineWidth(), 0, 20, "percent of the letter size", found);
    range(at + "/maxLines", number(style.maxLines()), 1, 4, "lines", found);
    range(at + "/maxWords", number(style.maxWords()), 1, 14, "words", found);
    color(at + "/color", style.color(), found);
    color(at + "/highlight", style.highlight(), found);
    color(at + "/outline", style.outline(), found);
    colorOrNone(at + "/gradient", style.gradient(), found);
    colorOrNone(at + "/glow", style.glow(), found);
    if (!COLOR_WITH_ALPHA.matcher(style.backgroundColor()).matches()) {
      found.add(
          new Violation(
              at + "/backgroundColor",
              "must be a colour such as #101014 or, with its opacity, #101014B3, not "
                  + style.backgroundColor()));
    }
    return List.copyOf(found);
  }

  private static Double number(Integer value) {
    return value == null ? null : (double) value;
  }

  private static void range(
      String pointer, Double value, int least, int most, String unit, List<Violation> found) {
    if (value != null && !(value >= least && value <= most)) {
      found.add(new Violation(pointer, "must be %d to %d (%s)".formatted(least, most, unit)));
    }
  }

  private static void colorOrNone(String pointer, String color, List<Violation> found) {
    if (color != null && !color.equals(CaptionStyle.NO_COLOR)) {
      color(pointer, color, found);
    }
  }

  private static void color(String pointer, String color, List<Violation> found) {
    if (!COLOR.matcher(color).matches()) {
      found.add(new Violation(pointer, "must be a colour such as #FFD54A, not " + color));
    }
  }
}
