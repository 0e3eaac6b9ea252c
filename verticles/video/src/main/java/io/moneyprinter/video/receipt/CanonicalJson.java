package io.moneyprinter.video.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.Map;

/** One text for one value: keys sorted, nothing absent, no space. */
final class CanonicalJson {
  private static final ObjectWriter WRITER =
      RecordJson.wire().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private CanonicalJson() {}

  static String of(Record value) {
    try {
      return WRITER.writeValueAsString(RecordJson.wire().convertValue(value, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record has no canonical form", e);
    }
  }
}
