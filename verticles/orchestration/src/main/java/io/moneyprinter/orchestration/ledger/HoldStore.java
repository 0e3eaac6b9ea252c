package io.moneyprinter.orchestration.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** The table of calls that have leave to spend. Used under the lock of their job's account. */
final class HoldStore {
  /** What is held for calls of a job. */
  Future<Long> sum(SqlClient client, UUID jobId) {
    return client
        .preparedQuery("SELECT coalesce(sum(amount), 0)::bigint FROM call_hold WHERE job_id = $1")
        .execute(Tuple.of(jobId))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Void> hold(
      SqlClient client, UUID callId, UUID jobId, UUID stepId, long token, long amount) {
    return client
        .preparedQuery(
            "INSERT INTO call_hold (call_id, job_id, step_id, token, amount)"
                + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (call_id) DO NOTHING")
        .execute(Tuple.of(callId, jobId, stepId, token, amount))
        .mapEmpty();
  }

  Future<Void> drop(SqlClient client, UUID callId) {
    return client
        .preparedQuery("DELETE FROM call_hold WHERE call_id = $1")
        .execute(Tuple.of(callId))
        .mapEmpty();
  }

  /** Forgets what earlier holders of a step's lease had leave for. */
  Future<Void> dropBefore(SqlClient client, UUID stepId, long token) {
    return client
        .preparedQuery("DELETE FROM call_hold WHERE step_id = $1 AND token < $2")
        .execute(Tuple.of(stepId, token))
        .mapEmpty();
  }

  Future<Void> dropAll(SqlClient client, UUID jobId) {
    return client
        .preparedQuery("DELETE FROM call_hold WHERE job_id = $1")
        .execute(Tuple.of(jobId))
        .mapEmpty();
  }
}
