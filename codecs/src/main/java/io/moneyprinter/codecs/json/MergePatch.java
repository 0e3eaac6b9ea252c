package io.moneyprinter.codecs.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes JSON by JSON (RFC 7396). */
public final class MergePatch {
  private MergePatch() {}

  /**
   * MergePatch of RFC 7396, section 2; neither argument is changed.
   *
   * @param target {@code null} for nothing yet
   */
  public static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode object =
        target != null && target.isObject()
            ? target.deepCopy()
            : RecordJson.wire().createObjectNode();
    patch
        .fields()
        .forEachRemaining(
            change -> {
              if (change.getValue().isNull()) {
                object.remove(change.getKey());
              } else {
                object.set(change.getKey(), apply(object.get(change.getKey()), change.getValue()));
              }
            });
    return object;
  }
}
