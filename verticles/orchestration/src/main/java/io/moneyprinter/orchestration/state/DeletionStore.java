package io.moneyprinter.orchestration.state;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The marks on jobs that were deleted, and the end of those whose time is over. */
public final class DeletionStore {
  private static final String MARK =
      """
      UPDATE job SET updated_at = now(),
        deleted_at = CASE WHEN $3 THEN NULL ELSE coalesce(deleted_at, now()) END
      WHERE tenant = $1 AND id = $2
        AND ($3 OR state IN ('COMPLETED', 'FAILED', 'CANCELLED'))""";

  private static final String KEYS =
      """
      WITH said AS (
        SELECT result::text AS text FROM job WHERE id = $1
        UNION ALL SELECT result::text FROM step WHERE job_id = $1)
      SELECT DISTINCT found[1] AS key
      FROM said, regexp_matches(text, '\\m([0-9a-f]{64})\\M', 'g') AS found""";

  /** What a job still owes is paid first: files to take away, a day's account to close. */
  private static final String OVER =
      """
      deleted_at < now() - $1 * interval '1 s' AND state IN ('COMPLETED', 'FAILED', 'CANCELLED')
        AND NOT EXISTS (SELECT 1 FROM compensation c WHERE c.job_id = job.id AND c.state = 'PENDING')
        AND NOT EXISTS (SELECT 1 FROM job_account a WHERE a.job_id = job.id
          AND (a.open OR a.day >= (now() AT TIME ZONE 'UTC')::date))""";

  /** In any order: many whose files are held must not stand before all others for good. */
  private static final String DUE =
      "SELECT id, tenant FROM job WHERE " + OVER + " ORDER BY random() LIMIT 50";

  /** One statement: the row of a batch never names a job that is gone. */
  private static final String PURGE =
      "WITH gone AS (DELETE FROM job WHERE id = $2 AND "
          + OVER
          + " RETURNING id, state, failure)"
          + " UPDATE batch_row r SET job_id = NULL, ended = g.state,"
          + " failure = coalesce(r.failure, g.failure::text) FROM gone g WHERE r.job_id = g.id";

  /** A job whose time is over. */
  public record Due(UUID id, String tenant) {}

  /** Marks a job, or takes the mark away; leaves alone one that is under way. */
  public Future<?> mark(SqlClient client, String tenant, UUID id, boolean restore) {
    return client.preparedQuery(MARK).execute(Tuple.of(tenant, id, restore));
  }

  /** Keys of the stored files that the job made. */
  public Future<List<String>> keys(SqlClient client, UUID id) {
    return client
        .preparedQuery(KEYS)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              List<String> keys = new ArrayList<>();
              rows.forEach(row -> keys.add(row.getString("key")));
              return keys;
            });
  }

  /** Some of the jobs that were deleted longer ago. */
  public Future<List<Due>> due(SqlClient client, Duration life) {
    return client
        .preparedQuery(DUE)
        .execute(Tuple.of((double) life.toSeconds()))
        .map(
            rows -> {
              List<Due> due = new ArrayList<>();
              for (Row row : rows) {
                due.add(new Due(row.getUUID("id"), row.getString("tenant")));
              }
              return due;
            });
  }

  /** Forgets a job whose time is over; leaves alone one that was restored meanwhile. */
  public Future<?> purge(SqlClient client, UUID id, Duration life) {
    return client.preparedQuery(PURGE).execute(Tuple.of((double) life.toSeconds(), id));
  }
}
