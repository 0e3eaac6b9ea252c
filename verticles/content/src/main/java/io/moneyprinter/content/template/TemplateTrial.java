package io.moneyprinter.content.template;

import com.fasterxml.jackson.databind.node.TextNode;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.TemplateVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in a template that can be kept what may be other than meant. */
final class TemplateTrial {
  private TemplateTrial() {}

  /**
   * Warnings of what the template says by itself.
   *
   * @param put without violations
   */
  static List<Violation> warnings(PutTemplate put) {
    Set<String> named = new HashSet<>();
    Slots.each(TemplateFiller.brief(put.brief()), "", (at, slot) -> named.add(slot));
    for (Map.Entry<PromptName, String> prompt : put.prompts().entrySet()) {
      Slots.each(TextNode.valueOf(prompt.getValue()), "", (at, slot) -> named.add(slot));
    }
    List<Violation> warnings = new ArrayList<>();
    for (int i = 0; i < put.variables().size(); i++) {
      TemplateVariable variable = put.variables().get(i);
      if (!named.contains(variable.name())) {
        warnings.add(
            new Violation(
                "/variables/" + i,
                "{{%s}} stands nowhere: whatever is said for it changes nothing"
                    .formatted(variable.name())));
      }
    }
    if (put.prompts().isEmpty() && TemplateFiller.brief(put.brief()).isEmpty()) {
      warnings.add(
          new Violation("/brief", "The template says nothing: videos made from it say all"));
    }
    return warnings;
  }
}
