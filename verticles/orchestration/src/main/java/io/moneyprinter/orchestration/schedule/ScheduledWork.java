package io.moneyprinter.orchestration.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.VideoBrief;

/** What is ordered each time. */
sealed interface ScheduledWork {
  record Video(VideoBrief brief) implements ScheduledWork {}

  record Many(CreateBatch batch) implements ScheduledWork {}

  default String json() {
    try {
      return RecordJson.wire()
          .writeValueAsString(this instanceof Video video ? video.brief() : ((Many) this).batch());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An order is always JSON", e);
    }
  }

  static ScheduledWork read(boolean batch, String json) {
    try {
      return batch
          ? new Many(RecordJson.wire().readValue(json, CreateBatch.class))
          : new Video(RecordJson.wire().readValue(json, VideoBrief.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored order does not read", e);
    }
  }
}
