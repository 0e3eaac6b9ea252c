package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.orchestration.state.KeyUse;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes batches and what their owners want of them. */
final class BatchStore {
  private static final int ROWS_AT_ONCE = 500;

  private static final String INSERT =
      "INSERT INTO batch (id, tenant, subject, name, content_hash, idempotency_key, state, base,"
          + " priority, open_jobs) VALUES ($1, $2, $3, $4, $5, $6, 'RUNNING', $7, $8, $9)"
          + " ON CONFLICT (tenant, idempotency_key) DO NOTHING";

  private static final String INSERT_SOURCE =
      "INSERT INTO batch_source (batch_id, source, line, patch, seed)"
          + " VALUES ($1, $2, $3, $4, $5)";

  private static final String INSERT_ROW =
      "INSERT INTO batch_row (batch_id, number, source, variant, title, pending, failure, invalid)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

  /** Wishes are numbered, so that the feeder does not take a newer one for carried out. */
  private static final String WISH =
      "UPDATE batch SET state = $2, command = $3, command_number = command_number + 1,"
          + " active = $4, due = now(), hindrance = NULL, finished_at = NULL WHERE id = $1";

  private static final String AWAKEN =
      "UPDATE batch SET command_number = command_number + 1, active = true, due = now(),"
          + " hindrance = NULL, finished_at = NULL WHERE id = $1";

  private static final String AGAIN =
      "UPDATE batch_row r SET pending = true, failure = NULL WHERE r.batch_id = $1"
          + " AND NOT r.invalid AND (r.failure IS NOT NULL AND $2 = 'FAILED' OR EXISTS ("
          + "SELECT 1 FROM job j WHERE j.id = r.job_id AND j.state = $2))";

  /**
   * A batch to be.
   *
   * @param idempotencyKey {@code null} for none
   */
  record NewBatch(
      UUID id, CallContext caller, String contentHash, String idempotencyKey, BatchDraft draft) {}

  /** Keeps it; false when the tenant has used the idempotency key before. */
  Future<Boolean> insert(SqlConnection connection, NewBatch batch) {
    BatchTerms terms = batch.draft().terms();
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                batch.id(),
                batch.caller().tenant(),
                batch.caller().subject(),
                terms.name(),
                batch.contentHash(),
                batch.idempotencyKey(),
                terms.base().toString(),
                terms.priority().level(),
                terms.openJobs()))
        .compose(
            kept ->
                kept.rowCount() == 0
                    ? Future.succeededFuture(false)
                    : insertRows(connection, batch).map(true));
  }

  private static Future<?> insertRows(SqlConnection connection, NewBatch batch) {
    List<Tuple> sources = new ArrayList<>();
    batch
        .draft()
        .sources()
        .forEach(
            source ->
                sources.add(
                    Tuple.of(
                        batch.id(),
                        source.source(),
                        source.line(),
                        source.patch(),
                        source.seed())));
    List<Tuple> rows = new ArrayList<>();
    batch
        .draft()
        .rows()
        .forEach(
            row ->
                rows.add(
                    Tuple.of(
                        batch.id(),
                        row.number(),
                        row.source(),
                        row.variant(),
                        row.title(),
                        row.fault() == null,
                        FailureText.write(row.fault()),
                        row.fault() != null)));
    return inParts(connection, INSERT_SOURCE, sources)
        .compose(kept -> inParts(connection, INSERT_ROW, rows));
  }

  private static Future<?> inParts(SqlConnection connection, String sql, List<Tuple> all) {
    Future<?> done = Future.succeededFuture();
    for (int from = 0; from < all.size(); from += ROWS_AT_ONCE) {
      List<Tuple> part = all.subList(from, Math.min(all.size(), from + ROWS_AT_ONCE));
      done = done.compose(next -> connection.preparedQuery(sql).executeBatch(part));
    }
    return done;
  }

  Future<Optional<KeyUse>> keyUse(SqlClient client, String tenant, String key) {
    return client
        .preparedQuery(
            "SELECT id, content_hash FROM batch WHERE tenant = $1 AND idempotency_key = $2")
        .execute(Tuple.of(tenant, key))
        .map(KeyUse::first);
  }

  /** Rows of a tenant's batches that wait to be ordered for the first time. */
  Future<Integer> waiting(SqlClient client, String tenant) {
    return client
        .preparedQuery(
            "SELECT count(*)::int AS rows FROM batch b JOIN batch_row r ON r.batch_id = b.id"
                + " WHERE b.tenant = $1 AND b.active AND b.state <> 'CANCELLED'"
                + " AND r.pending AND r.job_id IS NULL")
        .execute(Tuple.of(tenant))
        .map(rows -> rows.iterator().next().getInteger("rows"));
  }

  /** Keeps others from changing what is wanted of a batch, until the transaction's end. */
  Future<?> lock(SqlConnection connection, String tenant, UUID id) {
    return connection
        .preparedQuery("SELECT 1 FROM batch WHERE tenant = $1 AND id = $2 FOR UPDATE")
        .execute(Tuple.of(tenant, id));
  }

  /**
   * Writes down what is wanted.
   *
   * @param command to be carried out on the jobs there are; {@code null} for none
   * @param active whether there is something to do
   */
  Future<?> wish(
      SqlConnection connection, UUID id, Wanted wanted, Command command, boolean active) {
    return connection
        .preparedQuery(WISH)
        .execute(Tuple.of(id, wanted.name(), command == null ? null : command.name(), active));
  }

  /** There is something to do, and what is wanted stays as it is. */
  Future<?> awaken(SqlConnection connection, UUID id) {
    return connection.preparedQuery(AWAKEN).execute(Tuple.of(id));
  }

  /** Has rows ordered again whose job is at a bad end; how many there are. */
  Future<Integer> again(SqlClient client, UUID id, String end) {
    return client
        .preparedQuery(AGAIN)
        .execute(Tuple.of(id, end))
        .map(changed -> changed.rowCount());
  }
}
