package io.moneyprinter.orchestration.state;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done to single steps without locking their job: heartbeats and looking for the lost. */
public final class LeaseStore {
  private static final String BEAT =
      "UPDATE step s SET lease_until = clock_timestamp() + $3 * interval '1 millisecond',"
          + " progress = greatest(s.progress, least($4::double precision, 1))"
          + " FROM job j WHERE s.id = $1 AND s.token = $2 AND s.state = 'RUNNING'"
          + " AND j.id = s.job_id RETURNING s.job_id,"
          + " j.updated_at < clock_timestamp() - $5 * interval '1 millisecond' AS quiet";

  private static final String LOST =
      "SELECT id FROM step WHERE state = 'RUNNING' AND (lease_until < now() OR deadline < now())"
          + " ORDER BY lease_until LIMIT $1";

  private static final String UNDECIDED =
      "SELECT s.id FROM step s JOIN job j ON j.id = s.job_id AND j.state <> 'PAUSED'"
          + " WHERE s.state = 'AWAITING' AND s.deadline < now() ORDER BY s.deadline LIMIT $1";

  /**
   * A lease that was kept.
   *
   * @param quiet whether the job has told nothing for a while
   */
  public record Beat(UUID jobId, boolean quiet) {}

  /** Keeps a lease; empty when it is held no longer. */
  public Future<Optional<Beat>> beat(
      SqlClient client, UUID stepId, long token, double progress, Duration lease, Duration quiet) {
    return client
        .preparedQuery(BEAT)
        .execute(Tuple.of(stepId, token, lease.toMillis(), progress, quiet.toMillis()))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(beat(rows.iterator().next())));
  }

  private static Beat beat(Row row) {
    return new Beat(row.getUUID("job_id"), row.getBoolean("quiet"));
  }

  /** Ends all leases but those of one node. */
  public Future<Void> endAllBut(SqlClient client, String owner) {
    return client
        .preparedQuery(
            "UPDATE step SET lease_until = clock_timestamp() WHERE state = 'RUNNING'"
                + " AND owner <> $1")
        .execute(Tuple.of(owner))
        .mapEmpty();
  }

  /** Steps whose lease ran out or which took too long. */
  public Future<List<UUID>> lost(SqlClient client, int limit) {
    return ids(client, LOST, limit);
  }

  /** Steps that a person has not decided in time. */
  public Future<List<UUID>> undecided(SqlClient client, int limit) {
    return ids(client, UNDECIDED, limit);
  }

  private static Future<List<UUID>> ids(SqlClient client, String sql, int limit) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(limit))
        .map(
            rows -> {
              List<UUID> ids = new ArrayList<>();
              rows.forEach(row -> ids.add(row.getUUID("id")));
              return ids;
            });
  }
}
