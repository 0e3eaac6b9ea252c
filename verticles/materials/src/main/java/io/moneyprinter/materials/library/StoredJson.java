package io.moneyprinter.materials.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;

/** Records as columns of JSON. */
public final class StoredJson {
  private StoredJson() {}

  /** {@code null} for {@code null}. */
  public static <T> String write(Class<T> type, T value) {
    try {
      return value == null ? null : RecordJson.wire().writerFor(type).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every " + type.getSimpleName() + " is JSON", e);
    }
  }

  /** {@code null} for {@code null}. */
  public static <T> T read(Class<T> type, String json) {
    try {
      return json == null ? null : RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not decode", e);
    }
  }
}
