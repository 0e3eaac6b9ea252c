package io.moneyprinter.content.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds JSON in what a model said, behind its thoughts and whatever else it put around it. */
public final class AnswerJson {
  private AnswerJson() {}

  /** The first object that is the one wanted, read as loosely as models write. */
  public static Optional<JsonNode> first(String answer, Predicate<JsonNode> wanted) {
    String text = Thoughts.without(answer);
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      try {
        JsonNode value = new LooseJson(text, at).value();
        if (wanted.test(value)) {
          return Optional.of(value);
        }
      } catch (IllegalArgumentException e) {
        continue; // Nested too deeply: no answer to any question of ours.
      }
    }
    return Optional.empty();
  }
}
