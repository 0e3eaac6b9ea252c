package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.MergePatch;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.stream.Collectors;

/** Changes a brief by a JSON merge patch (RFC 7396). */
final class BriefPatch {
  private BriefPatch() {}

  /**
   * The brief with the changes.
   *
   * @throws ServiceFailure {@code INVALID} when the patch is no object, or what comes of it no
   *     brief
   */
  static VideoBrief apply(VideoBrief brief, String patch) {
    try {
      JsonNode changes = RecordJson.strict().readTree(patch);
      if (changes == null || !changes.isObject()) {
        throw ServiceFailure.invalid(
            "", "The changes have to be a JSON object, such as a brief is");
      }
      if (changes.has("template")) {
        throw ServiceFailure.invalid(
            "/template",
            "cannot be changed: what the template said stands in the brief already, so change"
                + " that, or order a new video from the template");
      }
      JsonNode whole = RecordJson.wire().valueToTree(brief);
      return RecordJson.strict().treeToValue(MergePatch.apply(whole, changes), VideoBrief.class);
    } catch (JsonMappingException e) {
      String pointer =
          e.getPath().stream()
              .map(at -> "/" + (at.getFieldName() == null ? at.getIndex() : at.getFieldName()))
              .collect(Collectors.joining());
      throw ServiceFailure.invalid(
          pointer, "cannot be made into a brief: " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid("", "The changes are not JSON: " + e.getOriginalMessage());
    }
  }
}
