package io.moneyprinter.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent, in the form that Standard Webhooks recommends.
 *
 * @param type such as {@code video.completed}
 * @param timestamp when it happened
 */
record WebhookBody(String type, Instant timestamp, Map<String, String> data) {
  WebhookBody {
    data = new TreeMap<>(data);
  }

  String json() {
    try {
      return RecordJson.wire().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message is always JSON", e);
    }
  }
}
