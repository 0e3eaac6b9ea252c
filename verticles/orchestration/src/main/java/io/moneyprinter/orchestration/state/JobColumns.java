package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.Priority;
import io.vertx.sqlclient.Row;
import java.time.Duration;

/** How a job stands in its row. */
final class JobColumns {
  /** What a statement selects for {@link #read}. */
  static final String ALL =
      "id, tenant, workflow, workflow_hash, correlation_id, state, progress, sequence,"
          + " result::text AS result, failure::text AS failure, created_at, updated_at,"
          + " started_at, finished_at, priority, timeout_ms, deadline, paused_at, retried_from,"
          + " seconds_left";

  private JobColumns() {}

  static JobRow read(Row row) {
    return new JobRow(
        row.getUUID("id"),
        row.getString("tenant"),
        row.getString("workflow"),
        row.getString("workflow_hash"),
        row.getString("correlation_id"),
        JobState.valueOf(row.getString("state")),
        row.getDouble("progress"),
        row.getLong("sequence"),
        row.getString("result"),
        row.getString("failure"),
        Times.at(row, "created_at"),
        Times.at(row, "updated_at"),
        Times.at(row, "started_at"),
        Times.at(row, "finished_at"),
        Priority.ofLevel(row.getInteger("priority")),
        new JobRow.Clock(
            row.getLong("timeout_ms") == null ? null : Duration.ofMillis(row.getLong("timeout_ms")),
            Times.at(row, "deadline"),
            Times.at(row, "paused_at")),
        row.getString("retried_from"),
        row.getInteger("seconds_left"));
  }
}
