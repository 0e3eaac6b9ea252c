package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobFailure;

/** Failures as they are stored: JSON, {@code null} for none. */
final class FailureText {
  private FailureText() {}

  static String write(JobFailure failure) {
    try {
      return failure == null ? null : RecordJson.wire().writeValueAsString(failure);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A failure is always JSON", e);
    }
  }

  static JobFailure read(String json) {
    try {
      return json == null ? null : RecordJson.wire().readValue(json, JobFailure.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored failure does not read", e);
    }
  }
}
