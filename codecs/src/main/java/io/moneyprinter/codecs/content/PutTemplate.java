package io.moneyprinter.codecs.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a template of the caller's tenant, or the next version of one; nothing new where the latest
 * version says just that. {@code CONFLICT} when the latest version is not the expected one. Beside
 * that as {@link Template}.
 *
 * @param expected the latest version that the caller knows, 0 for that there is none; {@code null}
 *     for any
 */
public record PutTemplate(
    String name,
    String description,
    List<TemplateVariable> variables,
    Map<PromptName, String> prompts,
    String brief,
    Integer expected) {
  public PutTemplate {
    Objects.requireNonNull(name, "name");
    variables = variables == null ? List.of() : List.copyOf(variables);
    prompts = prompts == null ? Map.of() : Map.copyOf(prompts);
    brief = brief == null ? "{}" : brief;
  }
}
