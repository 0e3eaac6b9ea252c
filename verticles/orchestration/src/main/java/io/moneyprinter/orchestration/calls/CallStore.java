package io.moneyprinter.orchestration.calls;

import io.moneyprinter.codecs.orchestration.KeepCall;
import io.moneyprinter.codecs.orchestration.StepState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** The table of kept calls. */
final class CallStore {
  private static final String RECALL =
      "SELECT s.job_id, s.name, s.part, s.state, s.token, c.answer FROM step s"
          + " LEFT JOIN external_call c ON c.job_id = s.job_id AND c.step = s.name"
          + " AND c.provider = $2 AND c.input_hash = $3 WHERE s.id = $1";

  private static final String KEEP =
      "INSERT INTO external_call (job_id, step, provider, input_hash, call_id, answer)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (job_id, step, provider, input_hash)"
          + " DO UPDATE SET call_id = CASE WHEN $7 THEN excluded.call_id"
          + " ELSE external_call.call_id END, answer = CASE WHEN $7 THEN excluded.answer"
          + " ELSE external_call.answer END RETURNING call_id, answer";

  /**
   * A step that calls, with what is kept of an equal call.
   *
   * @param answer {@code null} where nothing is kept
   */
  record Caller(UUID jobId, String step, int part, StepState state, long token, String answer) {
    boolean heldUnder(long mine) {
      return state == StepState.RUNNING && token == mine;
    }
  }

  /** Empty when there is no such step any more. */
  Future<Optional<Caller>> recall(
      SqlClient client, UUID stepId, String provider, String inputHash) {
    return client
        .preparedQuery(RECALL)
        .execute(Tuple.of(stepId, provider, inputHash))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  private static Caller read(Row row) {
    return new Caller(
        row.getUUID("job_id"),
        row.getString("name"),
        row.getInteger("part"),
        StepState.valueOf(row.getString("state")),
        row.getLong("token"),
        row.getString("answer"));
  }

  /** Keeps an answer; tells the one that came first, where this was not it. */
  Future<Optional<String>> keep(SqlClient client, Caller caller, KeepCall call, UUID callId) {
    return client
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                caller.jobId(),
                caller.step(),
                call.provider(),
                call.inputHash(),
                callId,
                call.answer(),
                call.instead()))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return row.getUUID("call_id").equals(callId)
                  ? Optional.empty()
                  : Optional.of(row.getString("answer"));
            });
  }
}
