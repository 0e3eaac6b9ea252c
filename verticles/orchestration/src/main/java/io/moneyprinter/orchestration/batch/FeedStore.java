package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.orchestration.JobFailure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows and jobs of a batch, as its feeder sees them. */
final class FeedStore {
  static final String OPEN_STATES = "('QUEUED', 'RUNNING', 'PAUSED')";

  private static final String OPEN =
      "SELECT count(*) FROM batch_row r JOIN job j ON j.id = r.job_id"
          + " WHERE r.batch_id = $1 AND j.state IN "
          + OPEN_STATES;

  private static final String JOBS =
      "SELECT j.id FROM batch_row r JOIN job j ON j.id = r.job_id"
          + " WHERE r.batch_id = $1 AND j.state = ANY($2) ORDER BY r.number";

  /** Of the variants of one row only one is under way, so that the next finds what it left. */
  private static final String NEXT =
      "SELECT r.number, o.patch, o.seed, r.variant, r.job_id FROM batch_row r"
          + " JOIN batch_source o ON o.batch_id = r.batch_id AND o.source = r.source"
          + " WHERE r.batch_id = $1 AND r.pending AND NOT EXISTS ("
          + "SELECT 1 FROM batch_row s LEFT JOIN job j ON j.id = s.job_id"
          + " WHERE s.batch_id = r.batch_id AND s.source = r.source AND s.number <> r.number"
          + " AND (s.pending AND s.number < r.number OR NOT s.pending AND j.state IN "
          + OPEN_STATES
          + ")) ORDER BY r.number LIMIT $2";

  private static final String ORDERED =
      "UPDATE batch_row SET pending = false, failure = NULL, job_id = $3"
          + " WHERE batch_id = $1 AND number = $2";

  private static final String REFUSED =
      "UPDATE batch_row SET pending = false, failure = $3 WHERE batch_id = $1 AND number = $2";

  private static final String TRIED =
      "UPDATE batch_row SET attempts = attempts + 1 WHERE batch_id = $1 AND number = $2"
          + " RETURNING attempts";

  /** Finds the jobs that a node ordered and could not write down any more. */
  private static final String LINK =
      "UPDATE batch_row r SET pending = false, job_id = j.id FROM job j WHERE r.batch_id = $1"
          + " AND r.pending AND r.job_id IS NULL AND j.tenant = $2"
          + " AND j.idempotency_key = 'batch:' || r.batch_id || ':' || r.number";

  /**
   * A row to be ordered.
   *
   * @param variant {@code null} for none
   * @param jobId of the job that is to go on; {@code null} for a new one
   */
  record Waiting(int number, String patch, long seed, String variant, UUID jobId) {}

  private final Pool pool;

  FeedStore(Pool pool) {
    this.pool = pool;
  }

  Future<Integer> open(FedBatch batch) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(batch.id()))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  Future<List<UUID>> jobs(FedBatch batch, List<String> states) {
    return pool.preparedQuery(JOBS)
        .execute(Tuple.of(batch.id()).addArrayOfString(states.toArray(String[]::new)))
        .map(
            rows -> {
              List<UUID> ids = new ArrayList<>();
              rows.forEach(row -> ids.add(row.getUUID(0)));
              return ids;
            });
  }

  Future<List<Waiting>> next(FedBatch batch, int limit) {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.of(batch.id(), limit))
        .map(
            rows -> {
              List<Waiting> waiting = new ArrayList<>();
              rows.forEach(
                  row ->
                      waiting.add(
                          new Waiting(
                              row.getInteger("number"),
                              row.getString("patch"),
                              row.getLong("seed"),
                              row.getString("variant"),
                              row.getUUID("job_id"))));
              return waiting;
            });
  }

  Future<String> base(FedBatch batch) {
    return pool.preparedQuery("SELECT base FROM batch WHERE id = $1")
        .execute(Tuple.of(batch.id()))
        .map(rows -> rows.iterator().next().getString(0));
  }

  Future<?> ordered(FedBatch batch, int row, UUID jobId) {
    return pool.preparedQuery(ORDERED).execute(Tuple.of(batch.id(), row, jobId));
  }

  Future<?> refused(FedBatch batch, int row, JobFailure failure) {
    return pool.preparedQuery(REFUSED)
        .execute(Tuple.of(batch.id(), row, FailureText.write(failure)));
  }

  /** Counts a fault of ours; how many there were. */
  Future<Integer> tried(FedBatch batch, int row) {
    return pool.preparedQuery(TRIED)
        .execute(Tuple.of(batch.id(), row))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  Future<?> link(FedBatch batch) {
    return pool.preparedQuery(LINK).execute(Tuple.of(batch.id(), batch.tenant()));
  }
}
