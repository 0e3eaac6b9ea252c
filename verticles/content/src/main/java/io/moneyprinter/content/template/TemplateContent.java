package io.moneyprinter.content.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.List;
import java.util.Map;

/**
 * What a version of a template says, as it is stored.
 *
 * @param brief JSON
 */
record TemplateContent(
    List<TemplateVariable> variables, Map<PromptName, String> prompts, String brief) {
  static TemplateContent of(PutTemplate put) {
    return new TemplateContent(put.variables(), put.prompts(), put.brief());
  }

  /** Equal contents are equal texts. */
  String json() {
    try {
      return RecordJson.wire()
          .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every record is JSON", e);
    }
  }

  static TemplateContent read(String json) {
    try {
      return RecordJson.wire().readValue(json, TemplateContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored template cannot be read", e);
    }
  }
}
