package io.moneyprinter.platform.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.platform.digest.Sha256;

/**
 * What tells a call to a provider from others of its step.
 *
 * @param inputHash SHA-256 of the input's canonical JSON (fields as declared, keys of maps sorted)
 * @param characters code points of all text in the input
 */
record CallKey(String provider, String inputHash, int characters) {
  private static final ObjectMapper CANONICAL =
      RecordJson.wire().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static CallKey of(String provider, Record input) throws JsonProcessingException {
    byte[] json = CANONICAL.writeValueAsBytes(input);
    return new CallKey(provider, sha256(json), characters(CANONICAL.valueToTree(input)));
  }

  private static int characters(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().codePointCount(0, node.textValue().length());
    }
    int sum = 0;
    for (JsonNode child : node) {
      sum += characters(child);
    }
    return sum;
  }

  private static String sha256(byte[] bytes) {
    return Sha256.hex(bytes);
  }
}
