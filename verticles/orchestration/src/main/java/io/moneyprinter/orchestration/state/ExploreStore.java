package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.ExploreJobs;
import io.moneyprinter.codecs.orchestration.JobLine;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.Priority;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs of all tenants in short. */
public final class ExploreStore {
  private static final String LINE =
      "SELECT j.id, j.tenant, j.workflow, j.state, j.priority, j.progress, j.created_at,"
          + " j.started_at, j.finished_at, j.correlation_id, j.trace_id, j.workflow_hash,"
          + " left(coalesce(nullif(j.brief->>'title', ''), nullif(j.brief->>'topic', ''),"
          + " nullif(j.brief->>'script', ''), j.brief->'scenes'->0->>'narration', ''), 120) AS title,"
          + " coalesce(j.failure->>'step', s.step) AS step, j.failure->>'message' AS failure,"
          + " coalesce(s.done, 0) AS done, coalesce(s.steps, 0) AS steps,"
          + " coalesce(s.attempts, 0) AS attempts"
          + " FROM job j LEFT JOIN LATERAL (SELECT"
          + " count(*) FILTER (WHERE p.state IN ('DONE', 'SKIPPED')) AS done, count(*) AS steps,"
          + " max(p.attempt) AS attempts,"
          + " min(p.name) FILTER (WHERE p.state IN ('RUNNING', 'AWAITING')) AS step"
          + " FROM step p WHERE p.job_id = j.id AND p.copy_of IS NULL) s ON true";

  private static final String ONE = LINE + " WHERE j.id = $1";

  private static final String PAGE =
      LINE
          + " WHERE ($1::text IS NULL OR j.state = $1) AND ($2::text IS NULL OR j.tenant = $2)"
          + " AND ($3::timestamptz IS NULL OR j.created_at >= $3)"
          + " AND ($4::timestamptz IS NULL OR j.created_at < $4)"
          + " AND ($5::uuid IS NULL OR j.id < $5)"
          + " AND ($6::text IS NULL OR j.id::text = $6 OR j.correlation_id = $6"
          + " OR j.trace_id = $6 OR j.brief->>'title' ILIKE $7 OR j.brief->>'topic' ILIKE $7"
          + " OR j.brief->>'script' ILIKE $7)"
          + " ORDER BY j.id DESC LIMIT $8";

  /** A job in short, and by what its graph is found. */
  public record Found(JobLine line, String correlationId, String traceId, String workflowHash) {}

  /** Newest first, one more than the limit where there are more. */
  public Future<List<Found>> page(SqlClient client, ExploreJobs wish, UUID after) {
    String search = wish.search() == null ? null : wish.search().strip();
    return client
        .preparedQuery(PAGE)
        .execute(
            Tuple.of(
                wish.state() == null ? null : wish.state().name(),
                wish.tenant(),
                Times.stored(wish.since()),
                Times.stored(wish.until()),
                after,
                search,
                search == null ? null : "%" + literally(search) + "%",
                wish.limit() + 1))
        .map(ExploreStore::all);
  }

  public Future<Optional<Found>> one(SqlClient client, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> all(rows).stream().findFirst());
  }

  /** Without what LIKE takes for a place holder. */
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static List<Found> all(RowSet<Row> rows) {
    List<Found> found = new ArrayList<>();
    rows.forEach(
        row ->
            found.add(
                new Found(
                    line(row),
                    row.getString("correlation_id"),
                    row.getString("trace_id"),
                    row.getString("workflow_hash"))));
    return found;
  }

  private static JobLine line(Row row) {
    return new JobLine(
        row.getUUID("id").toString(),
        row.getString("tenant"),
        row.getString("workflow"),
        row.getString("title"),
        JobState.valueOf(row.getString("state")),
        Priority.ofLevel(row.getInteger("priority")),
        row.getDouble("progress"),
        row.getString("step"),
        row.getLong("done").intValue(),
        row.getLong("steps").intValue(),
        row.getInteger("attempts"),
        Times.at(row, "created_at"),
        Times.at(row, "started_at"),
        Times.at(row, "finished_at"),
        row.getString("failure"));
  }
}
