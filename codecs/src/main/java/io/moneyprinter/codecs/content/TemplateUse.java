package io.moneyprinter.codecs.content;

import java.util.Map;
import java.util.Objects;

/**
 * From which template a brief is filled in.
 *
 * @param version absent for the latest; in a brief that is filled in, the one that it was
 * @param variables what they stand for; in a brief that is filled in, all of them
 */
public record TemplateUse(String name, Integer version, Map<String, VariableValue> variables) {
  public TemplateUse {
    Objects.requireNonNull(name, "name");
    variables = variables == null ? Map.of() : Map.copyOf(variables);
  }
}
