package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.video.VideoBrief;

/**
 * The body of an order for times to come.
 *
 * @param batch as the body of a batch in JSON
 * @param csv the same as comma-separated values
 */
record ScheduleBody(
    String name,
    VideoBrief brief,
    JsonNode batch,
    String csv,
    String runAt,
    String cron,
    String zone,
    Missed missed,
    Overlap overlap,
    Priority priority) {
  /** The same with another brief. */
  ScheduleBody with(VideoBrief other) {
    return new ScheduleBody(name, other, batch, csv, runAt, cron, zone, missed, overlap, priority);
  }

  /**
   * The order.
   *
   * @param idempotencyKey {@code null} for none
   */
  CreateSchedule order(String idempotencyKey) {
    if (batch != null && csv != null) {
      throw ServiceFailure.invalid("/csv", "cannot stand beside batch: keep one of them");
    }
    return new CreateSchedule(
        name, brief, many(), runAt, cron, zone, missed, overlap, priority, idempotencyKey);
  }

  private CreateBatch many() {
    if (csv != null) {
      return new CreateBatch(BatchFormat.CSV, csv, null, null);
    }
    return batch == null ? null : new CreateBatch(BatchFormat.JSON, batch.toString(), null, null);
  }
}
