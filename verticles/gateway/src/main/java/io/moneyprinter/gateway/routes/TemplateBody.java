package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.TemplateVariable;
import java.util.List;
import java.util.Map;

/** The body of a template. */
record TemplateBody(
    String description,
    List<TemplateVariable> variables,
    Map<PromptName, String> prompts,
    JsonNode brief) {
  /**
   * The wish to keep it.
   *
   * @param expected the latest version there should be; {@code null} for any
   */
  PutTemplate put(String name, Integer expected) {
    String json = brief == null || brief.isNull() ? null : brief.toString();
    return new PutTemplate(name, description, variables, prompts, json, expected);
  }
}
