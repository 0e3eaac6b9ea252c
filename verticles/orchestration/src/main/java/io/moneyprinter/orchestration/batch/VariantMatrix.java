package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The combinations of several values for several keys, such as two voices in two shapes: four. The
 * last key changes soonest. Dots in a key lead into objects.
 */
record VariantMatrix(List<ObjectNode> patches) {
  static final VariantMatrix NONE = new VariantMatrix(List.of());

  /** More than this of one row is most likely a mistake. */
  private static final int MOST = 1000;

  /**
   * Reads an object of lists.
   *
   * @throws ServiceFailure {@code INVALID} when it is none, at {@code pointer}
   */
  static VariantMatrix read(JsonNode matrix, String pointer) {
    if (matrix == null || matrix.isNull()) {
      return NONE;
    }
    if (!matrix.isObject() || matrix.isEmpty()) {
      throw ServiceFailure.invalid(
          pointer, "must be an object of lists, such as {\"voice\": [\"a\", \"b\"]}");
    }
    List<ObjectNode> patches = List.of(RecordJson.strict().createObjectNode());
    Iterator<Map.Entry<String, JsonNode>> keys = matrix.fields();
    while (keys.hasNext()) {
      Map.Entry<String, JsonNode> key = keys.next();
      if (!key.getValue().isArray() || key.getValue().isEmpty()) {
        throw ServiceFailure.invalid(
            pointer + "/" + key.getKey(), "must be a list of the values to make videos with");
      }
      if ((long) patches.size() * key.getValue().size() > MOST) {
        throw ServiceFailure.invalid(
            pointer, "make more than " + MOST + " videos of one row: take fewer values");
      }
      patches = crossed(patches, new DottedKey(key.getKey()), key.getValue(), pointer);
    }
    return new VariantMatrix(patches);
  }

  private static List<ObjectNode> crossed(
      List<ObjectNode> patches, DottedKey key, JsonNode values, String pointer) {
    List<ObjectNode> all = new ArrayList<>();
    for (ObjectNode patch : patches) {
      for (JsonNode value : values) {
        ObjectNode more = patch.deepCopy();
        if (!key.put(more, value)) {
          throw ServiceFailure.invalid(
              pointer + "/" + key.name(), "is part of another key: vary one of them");
        }
        all.add(more);
      }
    }
    return all;
  }

  boolean isEmpty() {
    return patches.isEmpty();
  }
}
