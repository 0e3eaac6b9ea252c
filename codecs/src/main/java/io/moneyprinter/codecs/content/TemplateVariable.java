package io.moneyprinter.codecs.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a template leaves open.
 *
 * @param name a letter, then letters, digits and underscores, at most 40
 * @param type absent for text
 * @param description what to give, for people; may be {@code null}
 * @param defaultValue what it is when nobody says; {@code null} for none
 * @param required whether it has to be said; absent for whether it has no default
 * @param allowed all that it may be; empty for anything of its type
 */
public record TemplateVariable(
    String name,
    VariableType type,
    String description,
    @JsonProperty("default") VariableValue defaultValue,
    Boolean required,
    List<VariableValue> allowed) {
  public TemplateVariable {
    type = type == null ? VariableType.TEXT : type;
    required = required == null ? defaultValue == null : required;
    allowed = allowed == null ? List.of() : List.copyOf(allowed);
  }
}
