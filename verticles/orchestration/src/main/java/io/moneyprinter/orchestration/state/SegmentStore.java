package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.video.VideoMessages;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the steps of a job say about its segments. Steps are told by their task, not by name. */
public final class SegmentStore {
  private static final String PARTS =
      "SELECT part, state, owner, progress, request::text AS request, result::text AS result"
          + " FROM step WHERE tenant = $3 AND job_id = $1 AND address = $2 AND request IS NOT NULL"
          + " AND copy_of IS NULL ORDER BY part";

  /** Of the plan, which is large, only the order of the keys. */
  private static final String ORDER =
      "SELECT (SELECT jsonb_agg(jsonb_build_object('name', r->'name', 'keys', r->'keys'))"
          + " FROM jsonb_array_elements(result->'renditions') r)::text AS renditions"
          + " FROM step WHERE tenant = $3 AND job_id = $1 AND address = ANY($2)"
          + " AND result IS NOT NULL"
          + " ORDER BY ordinal DESC LIMIT 1";

  private static final String RESULT =
      "SELECT result::text AS result FROM step"
          + " WHERE tenant = $3 AND job_id = $1 AND address = $2 AND result IS NOT NULL LIMIT 1";

  /**
   * One segment's part of a step.
   *
   * @param owner node that works on it; {@code null} when none does
   * @param request JSON
   * @param result JSON; {@code null} until it is done
   */
  public record Part(
      int part, StepState state, String owner, double progress, String request, String result) {}

  /** The segments of a job; empty before it is planned. */
  public Future<List<Part>> parts(SqlClient client, String tenant, UUID jobId) {
    return client
        .preparedQuery(PARTS)
        .execute(Tuple.of(jobId, VideoMessages.RENDER_SEGMENT.address(), tenant))
        .map(SegmentStore::parts);
  }

  private static List<Part> parts(RowSet<Row> rows) {
    List<Part> parts = new ArrayList<>();
    rows.forEach(
        row ->
            parts.add(
                new Part(
                    row.getInteger("part"),
                    StepState.valueOf(row.getString("state")),
                    row.getString("owner"),
                    row.getDouble("progress"),
                    row.getString("request"),
                    row.getString("result"))));
    return parts;
  }

  /**
   * The videos of a job's plan with the keys of their segments, JSON; empty before there is one.
   */
  public Future<Optional<String>> order(SqlClient client, String tenant, UUID jobId) {
    String[] planning = {
      VideoMessages.PLAN.address(), VideoMessages.PLAN_TIMELINE.address(),
    };
    return client
        .preparedQuery(ORDER)
        .execute(Tuple.tuple().addUUID(jobId).addArrayOfString(planning).addString(tenant))
        .map(rows -> first(rows, "renditions"));
  }

  /** The mixed sound of a job, JSON; empty before it is mixed. */
  public Future<Optional<String>> audio(SqlClient client, String tenant, UUID jobId) {
    return client
        .preparedQuery(RESULT)
        .execute(Tuple.of(jobId, VideoMessages.MIX_AUDIO.address(), tenant))
        .map(rows -> first(rows, "result"));
  }

  private static Optional<String> first(RowSet<Row> rows, String column) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.ofNullable(rows.iterator().next().getString(column));
  }
}
