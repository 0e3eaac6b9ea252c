package io.moneyprinter.analytics;

import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.StepUsage;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One row a finished job, in PostgreSQL, and sums over them. */
final class UsageBook {
  /**
   * A row already there is replaced, unless it tells of a later end: messages may overtake one
   * another. {@code xmax} is 0 in a row that was inserted.
   */
  private static final String RECORD =
      """
      INSERT INTO job_usage AS known (tenant, job_id, state, finished_at, video_seconds,
        wall_seconds, render_seconds, segments, reused_segments, characters, tokens, failed_step,
        failure_code)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      ON CONFLICT (tenant, job_id) DO UPDATE SET
        state = excluded.state, finished_at = excluded.finished_at,
        video_seconds = excluded.video_seconds, wall_seconds = excluded.wall_seconds,
        render_seconds = excluded.render_seconds, segments = excluded.segments,
        reused_segments = excluded.reused_segments, characters = excluded.characters,
        tokens = excluded.tokens, failed_step = excluded.failed_step,
        failure_code = excluded.failure_code
      WHERE known.finished_at <= excluded.finished_at
      RETURNING xmax = 0 AS fresh""";

  private static final String ADD_STEP =
      "INSERT INTO step_usage (tenant, job_id, ordinal, name, state, begun, seconds, attempts,"
          + " finished_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

  private static final String SUMMARIZE =
      """
      SELECT count(*)::int AS jobs,
        (count(*) FILTER (WHERE state = 'COMPLETED'))::int AS completed,
        (count(*) FILTER (WHERE state = 'FAILED'))::int AS failed,
        (count(*) FILTER (WHERE state = 'CANCELLED'))::int AS cancelled,
        coalesce(sum(video_seconds), 0) AS video_seconds,
        coalesce(sum(render_seconds), 0) AS render_seconds,
        coalesce(sum(segments), 0)::int AS segments,
        coalesce(sum(reused_segments), 0)::int AS reused_segments,
        coalesce(sum(characters), 0) AS characters,
        coalesce(sum(tokens), 0) AS tokens
      FROM job_usage
      WHERE tenant = $1 AND finished_at >= $2 AND finished_at < $3""";

  private final Database database;

  UsageBook(Database database) {
    this.database = database;
  }

  /** Writes a job's row; answers whether the job was not known before. */
  Future<Boolean> record(JobUsage usage) {
    Tuple row =
        Tuple.of(usage.tenant(), usage.jobId(), usage.state().name(), utc(usage.finishedAt()))
            .addDouble(usage.videoSeconds())
            .addDouble(usage.wallSeconds())
            .addDouble(usage.renderSeconds())
            .addInteger(usage.segments())
            .addInteger(usage.reusedSegments())
            .addInteger(usage.characters())
            .addInteger(usage.tokens())
            .addString(usage.failedStep())
            .addString(usage.failureCode());
    return database
        .writer()
        .withTransaction(
            transaction ->
                transaction
                    .preparedQuery(RECORD)
                    .execute(row)
                    .compose(
                        rows ->
                            rows.size() == 0
                                ? Future.succeededFuture(false)
                                : steps(transaction, usage)
                                    .map(kept -> rows.iterator().next().getBoolean("fresh"))));
  }

  private static Future<?> steps(SqlClient transaction, JobUsage usage) {
    List<Tuple> rows = new ArrayList<>();
    for (StepUsage step : usage.steps()) {
      rows.add(
          Tuple.of(usage.tenant(), usage.jobId(), rows.size(), step.name(), step.state().name())
              .addBoolean(step.begun())
              .addDouble(step.seconds())
              .addInteger(step.attempts())
              .addValue(utc(usage.finishedAt())));
    }
    return transaction
        .preparedQuery("DELETE FROM step_usage WHERE tenant = $1 AND job_id = $2")
        .execute(Tuple.of(usage.tenant(), usage.jobId()))
        .compose(
            gone ->
                rows.isEmpty()
                    ? Future.succeededFuture()
                    : transaction.preparedQuery(ADD_STEP).executeBatch(rows));
  }

  /** Sums a tenant's jobs that finished in the span; may lag behind by what a replica lags. */
  Future<UsageSummary> summarize(Span span) {
    return database
        .reader()
        .preparedQuery(SUMMARIZE)
        .execute(span.tuple())
        .map(rows -> summaryOf(rows.iterator().next()));
  }

  private static UsageSummary summaryOf(Row row) {
    return new UsageSummary(
        row.getInteger("jobs"),
        row.getInteger("completed"),
        row.getInteger("failed"),
        row.getInteger("cancelled"),
        row.getDouble("video_seconds"),
        row.getDouble("render_seconds"),
        row.getInteger("segments"),
        row.getInteger("reused_segments"),
        row.getLong("characters"),
        row.getLong("tokens"));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
