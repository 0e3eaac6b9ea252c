package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.orchestration.Priority;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who feeds which batch, and what is left to do in it. */
final class FeedLeases {
  private static final String CLAIM =
      "UPDATE batch SET lease_owner = $1, fed_at = clock_timestamp(),"
          + " lease_until = now() + $2 * interval '1 millisecond'"
          + " WHERE id = ANY(ARRAY(SELECT id FROM batch WHERE active AND due <= now()"
          + " AND (lease_until IS NULL OR lease_until < now())"
          + " ORDER BY fed_at NULLS FIRST LIMIT $3 FOR UPDATE SKIP LOCKED))"
          + " RETURNING id, tenant, subject, state, priority, open_jobs, command, command_number";

  private static final String RENEW =
      "UPDATE batch SET lease_until = now() + $3 * interval '1 millisecond'"
          + " WHERE id = $1 AND lease_owner = $2";
  private static final String CARRIED_OUT =
      "UPDATE batch SET command = NULL WHERE id = $1 AND command_number = $2";

  private static final String HINDERED =
      "UPDATE batch SET hindrance = $2, due = now() + $3 * interval '1 millisecond' WHERE id = $1";

  /** Only while the owner has wished nothing new meanwhile. */
  private static final String SETTLE =
      "UPDATE batch SET active = command IS NOT NULL OR state = 'RUNNING' AND w.work,"
          + " finished_at = CASE WHEN state = 'RUNNING' AND NOT w.work"
          + " THEN coalesce(finished_at, now()) END"
          + " FROM (SELECT EXISTS (SELECT 1 FROM batch_row r LEFT JOIN job j ON j.id = r.job_id"
          + " WHERE r.batch_id = $1 AND (r.pending OR j.state IN "
          + FeedStore.OPEN_STATES
          + ")) AS work) w, (SELECT finished_at AS before FROM batch WHERE id = $1 FOR UPDATE) o"
          + " WHERE id = $1 AND command_number = $2"
          + " RETURNING CASE WHEN o.before IS NULL THEN finished_at END AS ended, name";

  private static final String RELEASE =
      "UPDATE batch SET lease_until = NULL, lease_owner = NULL WHERE id = $1 AND lease_owner = $2";

  private final Pool pool;
  private final String owner;
  private final long leaseMillis;

  FeedLeases(Pool pool, Duration lease) {
    this.pool = pool;
    this.owner = UUID.randomUUID().toString();
    this.leaseMillis = lease.toMillis();
  }

  /** Takes batches that nobody feeds at present, longest not fed first. */
  Future<List<FedBatch>> claim(int limit) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(owner, leaseMillis, limit))
        .map(
            rows -> {
              List<FedBatch> batches = new ArrayList<>();
              rows.forEach(row -> batches.add(batch(row)));
              return batches;
            });
  }

  private static FedBatch batch(Row row) {
    String command = row.getString("command");
    return new FedBatch(
        row.getUUID("id"),
        row.getString("tenant"),
        row.getString("subject"),
        Wanted.valueOf(row.getString("state")),
        Priority.ofLevel(row.getInteger("priority")),
        row.getInteger("open_jobs"),
        command == null ? null : Command.valueOf(command),
        row.getInteger("command_number"));
  }

  /** False when another node has taken the batch over. */
  Future<Boolean> renew(FedBatch batch) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.of(batch.id(), owner, leaseMillis))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Nobody else lives who could hold a lease. */
  Future<?> endLeases() {
    return pool.query(
            "UPDATE batch SET lease_until = NULL, lease_owner = NULL"
                + " WHERE lease_owner IS NOT NULL")
        .execute();
  }

  Future<?> carriedOut(FedBatch batch) {
    return pool.preparedQuery(CARRIED_OUT).execute(Tuple.of(batch.id(), batch.wishNumber()));
  }

  /**
   * Says why nothing is ordered, and looks again later; {@code null} when nothing is in the way.
   */
  Future<?> hindered(FedBatch batch, String why, long pauseMillis) {
    return pool.preparedQuery(HINDERED).execute(Tuple.of(batch.id(), why, pauseMillis));
  }

  /**
   * That a batch has just come to its end.
   *
   * @param name {@code null} for none
   */
  record End(Instant at, String name) {}

  /** Writes down whether there is anything left to do, and lets the batch go. */
  Future<Optional<End>> settle(FedBatch batch) {
    return pool.preparedQuery(SETTLE)
        .execute(Tuple.of(batch.id(), batch.wishNumber()))
        .compose(
            settled ->
                pool.preparedQuery(RELEASE)
                    .execute(Tuple.of(batch.id(), owner))
                    .map(released -> end(settled)));
  }

  private static Optional<End> end(RowSet<Row> settled) {
    if (settled.size() == 0 || settled.iterator().next().getValue("ended") == null) {
      return Optional.empty();
    }
    Row row = settled.iterator().next();
    return Optional.of(new End(row.getOffsetDateTime("ended").toInstant(), row.getString("name")));
  }
}
