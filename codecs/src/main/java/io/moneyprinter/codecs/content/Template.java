package io.moneyprinter.codecs.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One version of a tenant's template: what its videos have in common. A version never changes.
 *
 * @param version from 1
 * @param description for people; may be {@code null}
 * @param prompts texts in the place of the installation's own
 * @param brief what of a brief is given, a JSON object whose texts may name variables as {@code
 *     {{name}}}
 * @param latest the newest version there is
 * @param changedAt when this version was made
 * @param changedBy who made it
 */
public record Template(
    String name,
    int version,
    String description,
    List<TemplateVariable> variables,
    Map<PromptName, String> prompts,
    String brief,
    int latest,
    Instant changedAt,
    String changedBy) {
  public Template {
    Objects.requireNonNull(name, "name");
    variables = variables == null ? List.of() : List.copyOf(variables);
    prompts = prompts == null ? Map.of() : Map.copyOf(prompts);
    brief = brief == null ? "{}" : brief;
  }
}
