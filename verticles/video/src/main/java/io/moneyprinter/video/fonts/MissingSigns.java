package io.moneyprinter.video.fonts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which scripts lack a font, with some of their signs, and what to do. */
final class MissingSigns {
  private static final int SAMPLES = 5;

  private MissingSigns() {}

  /**
   * @param points that no font shows, each once
   * @param place where a person may put a font
   */
  static String sentence(List<Integer> points, String place) {
    Map<String, StringBuilder> missing = new LinkedHashMap<>();
    for (int point : points) {
      StringBuilder samples =
          missing.computeIfAbsent(Scripts.name(point), n -> new StringBuilder());
      if (samples.codePointCount(0, samples.length()) < SAMPLES) {
        samples.appendCodePoint(point);
      }
    }
    String scripts =
        missing.entrySet().stream()
            .map(script -> script.getKey() + " (" + script.getValue() + ")")
            .collect(Collectors.joining(", "));
    return "No font here can show %s: put a .ttf, .otf or .ttc file that has it into %s"
        .formatted(scripts, place);
  }
}
