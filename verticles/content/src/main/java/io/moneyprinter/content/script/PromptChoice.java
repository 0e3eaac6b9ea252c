package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Map;
import java.util.TreeMap;

/** What of a brief decides in which words a model is asked, for naming what comes of it. */
record PromptChoice(Map<PromptName, String> texts, Map<String, VariableValue> variables) {
  /** {@code null} where the installation's own words are used. */
  static PromptChoice of(VideoBrief brief) {
    if (brief.writing().prompts().isEmpty()) {
      return null;
    }
    return new PromptChoice(
        new TreeMap<>(brief.writing().prompts()),
        brief.template() == null ? Map.of() : new TreeMap<>(brief.template().variables()));
  }
}
