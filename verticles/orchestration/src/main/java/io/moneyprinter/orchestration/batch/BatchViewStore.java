package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.RowCounts;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.Priority;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches and rows as they are shown. */
final class BatchViewStore {
  /** Of a row {@code r} of batch {@code b} with job {@code j}. */
  private static final String STATE =
      "CASE WHEN r.invalid THEN 'INVALID'"
          + " WHEN r.pending AND b.state = 'CANCELLED' THEN 'CANCELLED'"
          + " WHEN r.pending THEN 'WAITING' WHEN r.failure IS NOT NULL THEN 'FAILED'"
          + " ELSE CASE coalesce(j.state, r.ended) WHEN 'QUEUED' THEN 'ORDERED'"
          + " WHEN 'COMPLETED' THEN 'DONE' ELSE coalesce(j.state, r.ended) END END";

  private static final String BATCH =
      "SELECT b.id, b.tenant, b.name, b.state, b.priority, b.open_jobs, b.hindrance, b.created_at,"
          + " b.finished_at, c.* FROM batch b CROSS JOIN LATERAL ("
          + "SELECT count(*) AS rows, count(*) FILTER (WHERE state = 'WAITING') AS waiting,"
          + " count(*) FILTER (WHERE state = 'ORDERED') AS ordered,"
          + " count(*) FILTER (WHERE state = 'RUNNING') AS running,"
          + " count(*) FILTER (WHERE state = 'PAUSED') AS paused,"
          + " count(*) FILTER (WHERE state = 'DONE') AS done,"
          + " count(*) FILTER (WHERE state = 'FAILED') AS failed,"
          + " count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled,"
          + " count(*) FILTER (WHERE state = 'INVALID') AS invalid,"
          + " coalesce(avg(CASE WHEN state IN ('DONE', 'FAILED', 'CANCELLED', 'INVALID') THEN 1"
          + " ELSE progress END), 0) AS progress FROM (SELECT "
          + STATE
          + " AS state, coalesce(j.progress, (r.ended IS NOT NULL)::integer, 0) AS progress"
          + " FROM batch_row r LEFT JOIN job j ON j.id = r.job_id WHERE r.batch_id = b.id) s) c"
          + " WHERE b.tenant = $1";

  private static final String ONE = BATCH + " AND b.id = $2";

  private static final String PAGE =
      BATCH + " AND ($2::uuid IS NULL OR b.id < $2) ORDER BY b.id DESC LIMIT $3";

  private static final String ROWS =
      "SELECT * FROM (SELECT r.number, r.source, o.line, r.variant, r.title, "
          + STATE
          + " AS state, r.job_id, coalesce(j.progress, (r.ended IS NOT NULL)::integer, 0) AS progress,"
          + " coalesce(r.failure, j.failure::text) AS failure"
          + " FROM batch b JOIN batch_row r ON r.batch_id = b.id"
          + " JOIN batch_source o ON o.batch_id = r.batch_id AND o.source = r.source"
          + " LEFT JOIN job j ON j.id = r.job_id"
          + " WHERE b.tenant = $1 AND b.id = $2 AND r.number > $3) s"
          + " WHERE ($4::text IS NULL OR state = $4) ORDER BY number LIMIT $5";

  Future<Optional<Batch>> one(SqlClient client, String tenant, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(tenant, id))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(batch(rows.iterator().next())));
  }

  /**
   * The tenant's batches, newest first.
   *
   * @param after only older ones; {@code null} for all
   */
  Future<List<Batch>> page(SqlClient client, String tenant, UUID after, int limit) {
    return client
        .preparedQuery(PAGE)
        .execute(Tuple.of(tenant, after, limit))
        .map(
            rows -> {
              List<Batch> batches = new ArrayList<>();
              rows.forEach(row -> batches.add(batch(row)));
              return batches;
            });
  }

  /**
   * Rows in their order.
   *
   * @param state only in this state; {@code null} for all
   */
  Future<List<BatchRow>> rows(
      SqlClient client, String tenant, UUID id, int after, RowState state, int limit) {
    return client
        .preparedQuery(ROWS)
        .execute(Tuple.of(tenant, id, after, state == null ? null : state.name(), limit))
        .map(
            found -> {
              List<BatchRow> rows = new ArrayList<>();
              found.forEach(row -> rows.add(row(row)));
              return rows;
            });
  }

  private static Batch batch(Row row) {
    RowCounts counts =
        new RowCounts(
            row.getInteger("waiting"),
            row.getInteger("ordered"),
            row.getInteger("running"),
            row.getInteger("paused"),
            row.getInteger("done"),
            row.getInteger("failed"),
            row.getInteger("cancelled"),
            row.getInteger("invalid"));
    BatchState state =
        switch (Wanted.valueOf(row.getString("state"))) {
          case PAUSED -> BatchState.PAUSED;
          case CANCELLED -> BatchState.CANCELLED;
          case RUNNING ->
              counts.waiting() + counts.open() == 0 ? BatchState.FINISHED : BatchState.RUNNING;
        };
    return new Batch(
        row.getUUID("id").toString(),
        row.getString("tenant"),
        row.getString("name"),
        state,
        row.getInteger("rows"),
        counts,
        row.getDouble("progress"),
        Priority.ofLevel(row.getInteger("priority")),
        row.getInteger("open_jobs"),
        row.getString("hindrance"),
        at(row, "created_at"),
        at(row, "finished_at"),
        false);
  }

  private static BatchRow row(Row row) {
    RowState state = RowState.valueOf(row.getString("state"));
    boolean bad = state == RowState.FAILED || state == RowState.INVALID;
    JobFailure failure = bad ? FailureText.read(row.getString("failure")) : null;
    return new BatchRow(
        row.getInteger("number"),
        row.getInteger("source"),
        row.getInteger("line"),
        row.getString("variant"),
        row.getString("title"),
        state,
        row.getUUID("job_id") == null ? null : row.getUUID("job_id").toString(),
        row.getDouble("progress"),
        failure);
  }

  private static Instant at(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
