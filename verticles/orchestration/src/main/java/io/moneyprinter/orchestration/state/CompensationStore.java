package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.CompensationState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table of what is still to be undone, or was. */
public final class CompensationStore {
  /** Between the end of a call's time and the time at which another node may make it. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final String PLAN =
      "INSERT INTO compensation (id, job_id, place, step, part, address, request, timeout_ms,"
          + " state, failure) VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9, $10)";

  private static final String TAKE =
      "UPDATE compensation c SET attempts = c.attempts + 1,"
          + " due = now() + (c.timeout_ms + $2) * interval '1 millisecond'"
          + " FROM job j WHERE j.id = c.job_id AND c.id IN ("
          + "SELECT n.id FROM compensation n WHERE n.state = 'PENDING' AND n.due <= now()"
          + " AND NOT EXISTS (SELECT 1 FROM compensation e WHERE e.job_id = n.job_id"
          + " AND e.state = 'PENDING' AND e.place < n.place)"
          + " ORDER BY n.due LIMIT $1 FOR UPDATE SKIP LOCKED)"
          + " RETURNING c.id, c.job_id, j.tenant, j.correlation_id, c.step, c.part, c.address,"
          + " c.request::text AS request, c.timeout_ms, c.attempts";

  /**
   * Something to undo.
   *
   * @param request JSON; {@code null} when none could be made
   * @param failure why there is none; {@code null} where there is one
   */
  public record Planned(
      String step, int part, String address, String request, Duration timeout, String failure) {}

  /**
   * Something that this node is to undo now.
   *
   * @param attempt from 1
   */
  public record Taken(
      UUID id,
      UUID jobId,
      String tenant,
      String correlationId,
      String step,
      int part,
      String address,
      String request,
      Duration timeout,
      int attempt) {}

  /** Writes down what is to be undone, in this order. */
  public Future<?> plan(SqlClient client, UUID jobId, List<Planned> planned) {
    if (planned.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> rows = new ArrayList<>();
    for (Planned one : planned) {
      CompensationState state =
          one.request() == null ? CompensationState.FAILED : CompensationState.PENDING;
      rows.add(
          Tuple.of(
              Ids.next(),
              jobId,
              rows.size(),
              one.step(),
              one.part(),
              one.address(),
              one.request(),
              one.timeout().toMillis(),
              state.name(),
              one.failure()));
    }
    return client.preparedQuery(PLAN).executeBatch(rows);
  }

  /** Takes what is due, at most one of each job; nobody else takes it before its time is over. */
  public Future<List<Taken>> take(SqlClient client, int limit) {
    return client
        .preparedQuery(TAKE)
        .execute(Tuple.of(limit, MARGIN.toMillis()))
        .map(
            rows -> {
              List<Taken> taken = new ArrayList<>();
              rows.forEach(row -> taken.add(taken(row)));
              return taken;
            });
  }

  private static Taken taken(Row row) {
    return new Taken(
        row.getUUID("id"),
        row.getUUID("job_id"),
        row.getString("tenant"),
        row.getString("correlation_id"),
        row.getString("step"),
        row.getInteger("part"),
        row.getString("address"),
        row.getString("request"),
        Duration.ofMillis(row.getLong("timeout_ms")),
        row.getInteger("attempts"));
  }

  /** What was taken by a node that is no more is due at once. */
  public Future<?> allDue(SqlClient client) {
    return client
        .query("UPDATE compensation SET due = now() WHERE state = 'PENDING' AND due > now()")
        .execute();
  }

  /** False when it was marked before. */
  public Future<Boolean> done(SqlClient client, Taken taken) {
    return client
        .preparedQuery(
            "UPDATE compensation SET state = 'DONE', failure = NULL"
                + " WHERE id = $1 AND state = 'PENDING'")
        .execute(Tuple.of(taken.id()))
        .map(rows -> rows.rowCount() == 1);
  }

  /**
   * False when somebody else was given it since.
   *
   * @param pause before the next try; {@code null} when there is to be none
   */
  public Future<Boolean> failed(SqlClient client, Taken taken, String failure, Duration pause) {
    return client
        .preparedQuery(
            "UPDATE compensation SET failure = $3, state = $4,"
                + " due = now() + $5 * interval '1 millisecond'"
                + " WHERE id = $1 AND state = 'PENDING' AND attempts = $2")
        .execute(
            Tuple.of(
                taken.id(),
                taken.attempt(),
                failure,
                (pause == null ? CompensationState.FAILED : CompensationState.PENDING).name(),
                pause == null ? 0L : pause.toMillis()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Steps that were or are to be undone, each with the state that is furthest from done. */
  public Future<Map<String, CompensationState>> ofJob(SqlClient client, UUID jobId) {
    return client
        .preparedQuery("SELECT step, state FROM compensation WHERE job_id = $1")
        .execute(Tuple.of(jobId))
        .map(
            rows -> {
              Map<String, CompensationState> steps = new HashMap<>();
              rows.forEach(
                  row ->
                      steps.merge(
                          row.getString("step"),
                          CompensationState.valueOf(row.getString("state")),
                          (one, other) -> one == CompensationState.PENDING ? one : other));
              return steps;
            });
  }

  /** Forgets it all: the job goes on. */
  public Future<?> forget(SqlClient client, UUID jobId) {
    return client
        .preparedQuery("DELETE FROM compensation WHERE job_id = $1")
        .execute(Tuple.of(jobId));
  }
}
