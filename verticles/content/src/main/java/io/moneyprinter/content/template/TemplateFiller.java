package io.moneyprinter.content.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.MergePatch;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills briefs in from templates. Pure. */
final class TemplateFiller {
  /** What a video is about; a brief has one of them. */
  private static final List<String> SUBJECTS =
      List.of("topic", "script", "scenes", "source", "timeline");

  private TemplateFiller() {}

  /**
   * The brief as template and user together say it.
   *
   * @param own the keys that the user gave: they go before the template's, and one that is null
   *     takes the template's away
   * @throws ServiceFailure {@code INVALID} with pointers into the brief
   */
  static VideoBrief fill(Template template, TemplateUse use, ObjectNode own) {
    List<Violation> faults = new ArrayList<>();
    Map<String, VariableValue> values =
        new Variables(template.variables()).values(use.variables(), "/template/variables", faults);
    if (!faults.isEmpty()) {
      throw ServiceFailure.invalid(
          "The variables of the template '" + template.name() + "' are not as it wants them",
          faults);
    }
    ObjectNode base = base(template, values);
    if (SUBJECTS.stream().anyMatch(own::hasNonNull)) {
      base.remove(SUBJECTS);
    }
    ObjectNode whole = (ObjectNode) MergePatch.apply(base, own);
    whole.set(
        "template",
        RecordJson.wire()
            .valueToTree(new TemplateUse(template.name(), template.version(), values)));
    try {
      return RecordJson.strict().treeToValue(whole, VideoBrief.class);
    } catch (JsonMappingException e) {
      Violation fault = MappingFault.of(e);
      throw ServiceFailure.invalid(
          fault.pointer(),
          fault.message()
              + " (as the template '%s', version %d, fills it in)"
                  .formatted(template.name(), template.version()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON is JSON", e);
    }
  }

  /** What the template says by itself. */
  static ObjectNode base(Template template, Map<String, VariableValue> values) {
    ObjectNode base = (ObjectNode) Slots.filled(brief(template.brief()), values);
    if (!template.prompts().isEmpty()) {
      // Their variables are filled in with the other names, when a model is asked.
      ObjectNode prompts = base.withObject("/writing/prompts");
      template.prompts().forEach((name, text) -> prompts.put(name.text(), text));
    }
    return base;
  }

  static JsonNode brief(String json) {
    try {
      return RecordJson.strict().readTree(json);
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid("/brief", "is no JSON: " + e.getOriginalMessage());
    }
  }
}
