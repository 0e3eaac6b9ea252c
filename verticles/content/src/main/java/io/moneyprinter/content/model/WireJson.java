package io.moneyprinter.content.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.platform.providers.Complaint;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** What the wire forms have in common: JSON in, JSON out, and what its faults mean. */
final class WireJson {
  private WireJson() {}

  static ObjectNode object() {
    return RecordJson.wire().createObjectNode();
  }

  static Buffer bytes(JsonNode json) {
    try {
      return Buffer.buffer(RecordJson.wire().writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree always becomes JSON", e);
    }
  }

  /** An object. */
  static JsonNode read(byte[] body) {
    try {
      JsonNode tree = RecordJson.wire().readTree(body);
      if (tree.isObject()) {
        return tree;
      }
      throw new UnreadableAnswer("it is no JSON object");
    } catch (IOException e) {
      throw new UnreadableAnswer("it is not JSON (" + Complaint.clipped(e.getMessage()) + ")");
    }
  }

  /** What stands for an answer without the parts that its form promises. */
  static UnreadableAnswer notThis(String form) {
    return new UnreadableAnswer("it is not " + form);
  }

  /** The stream ended before the answer did. */
  static UnreadableAnswer brokeOff() {
    return new UnreadableAnswer("it broke off before its end");
  }

  /** The stream itself told of an error. */
  static UnreadableAnswer told(JsonNode event) {
    return new UnreadableAnswer(
        "the server failed meanwhile: " + Complaint.of(bytes(event)).message());
  }

  /** The model says that it will not. */
  static ServiceFailure declined(String reason) {
    return ServiceFailure.invalid(
        "/topic",
        "The language model declined to write about this"
            + (reason.isBlank() ? "" : ": " + Complaint.clipped(reason))
            + ". Word it differently, or give the script as text");
  }
}
