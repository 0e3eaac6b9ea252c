package io.moneyprinter.content.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds translated scenes by their numbers in what a model said. Pure. */
final class TranslationReader {
  private TranslationReader() {}

  /**
   * One scene in the other language.
   *
   * @param title {@code null} where nothing is shown large
   */
  record Line(String narration, String title) {}

  /**
   * What an answer holds.
   *
   * @param title may be empty
   * @param lines by number, from 1
   */
  record Translation(String title, Map<Integer, Line> lines) {}

  /** Empty lines where the answer is no translation. */
  static Translation read(String answer, String language) {
    Optional<JsonNode> found = AnswerJson.first(answer, tree -> tree.path("scenes").size() > 0);
    Map<Integer, Line> lines = new TreeMap<>();
    if (found.isEmpty()) {
      return new Translation("", lines);
    }
    for (JsonNode scene : found.get().path("scenes")) {
      String narration = SpokenText.of(scene.path("narration").asText(""));
      int index = scene.path("index").asInt(0);
      boolean usable =
          SpokenText.sayable(narration) && LanguageCheck.problem(narration, language).isEmpty();
      if (index > 0 && usable) {
        String title = scene.path("title").isTextual() ? scene.path("title").asText() : "";
        String shown = SpokenText.of(title);
        lines.put(
            index, new Line(narration, shown.isEmpty() || shown.equals("null") ? null : shown));
      }
    }
    return new Translation(SpokenText.of(found.get().path("title").asText("")), lines);
  }
}
