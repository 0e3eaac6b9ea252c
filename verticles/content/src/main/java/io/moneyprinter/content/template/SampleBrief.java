package io.moneyprinter.content.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a template says of a brief as it would be with the defaults of its variables; for one
 * without a default, something of its type stands in.
 */
final class SampleBrief {
  private final List<TemplateVariable> variables;

  SampleBrief(List<TemplateVariable> variables) {
    this.variables = variables;
  }

  /** The first thing that makes it no brief, if there is one. */
  Optional<Violation> fault(JsonNode brief) {
    Map<String, VariableValue> samples = new HashMap<>();
    variables.forEach(one -> samples.put(one.name(), sample(one)));
    try {
      RecordJson.strict().treeToValue(Slots.filled(brief, samples), VideoBrief.class);
      return Optional.empty();
    } catch (JsonMappingException e) {
      Violation fault = MappingFault.of(e);
      // A text of the user's choice may have to be a certain word: then it is told when it is not.
      return open(brief).contains(fault.pointer())
          ? Optional.empty()
          : Optional.of(new Violation("/brief" + fault.pointer(), fault.message()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON is JSON", e);
    }
  }

  /** Pointers to what nothing is known about yet. */
  private Set<String> open(JsonNode brief) {
    Set<String> unknown =
        variables.stream()
            .filter(one -> one.defaultValue() == null && one.allowed().isEmpty())
            .map(TemplateVariable::name)
            .collect(Collectors.toSet());
    Set<String> open = new HashSet<>();
    Slots.each(
        brief,
        "",
        (at, slot) -> {
          if (unknown.contains(slot)) {
            open.add(at);
          }
        });
    return open;
  }

  private static VariableValue sample(TemplateVariable variable) {
    if (variable.defaultValue() != null) {
      return variable.defaultValue();
    }
    if (!variable.allowed().isEmpty()) {
      return variable.allowed().get(0);
    }
    return switch (variable.type()) {
      case TEXT -> new VariableValue("text");
      case NUMBER, INTEGER -> new VariableValue(1L);
      case BOOLEAN -> new VariableValue(true);
    };
  }
}
