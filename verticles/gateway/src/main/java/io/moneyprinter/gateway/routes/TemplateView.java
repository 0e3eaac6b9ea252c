package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateVariable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A template as its owner sees it, the brief as JSON and not as text that holds JSON. */
record TemplateView(
    String name,
    int version,
    int latest,
    String description,
    List<TemplateVariable> variables,
    Map<PromptName, String> prompts,
    @JsonRawValue String brief,
    Instant changedAt,
    String changedBy) {
  static TemplateView of(Template template) {
    return new TemplateView(
        template.name(),
        template.version(),
        template.latest(),
        template.description(),
        template.variables(),
        template.prompts(),
        template.brief(),
        template.changedAt(),
        template.changedBy());
  }
}
