package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.GraphStep;
import io.moneyprinter.codecs.orchestration.JobGraph;
import io.moneyprinter.codecs.orchestration.StepPart;
import io.moneyprinter.codecs.orchestration.StepState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The steps of one job part by part, and what happened to them. */
public final class GraphStore {
  /** Parts that are not done come first, so that a cut leaves them. */
  private static final String PARTS =
      "SELECT * FROM (SELECT s.*, t.unfit, row_number() OVER (PARTITION BY s.name"
          + " ORDER BY s.state IN ('DONE', 'SKIPPED'), s.part) AS place FROM step s"
          + " LEFT JOIN turn t ON t.step_id = s.id WHERE s.job_id = $1) parts WHERE place <= $2"
          + " ORDER BY ordinal, part, copy_of IS NOT NULL";

  private static final String EVENTS =
      "SELECT event::text AS event FROM job_event WHERE job_id = $1"
          + " AND event->>'type' <> 'STEP_PROGRESS' ORDER BY sequence DESC LIMIT $2";

  /** The parts of a step with its address. */
  public record Parts(String address, List<StepPart> parts) {}

  /** By the step's name, in the workflow's order. */
  public Future<Map<String, Parts>> parts(SqlClient client, UUID job) {
    return client
        .preparedQuery(PARTS)
        .execute(Tuple.of(job, GraphStep.MOST_PARTS))
        .map(
            rows -> {
              Map<String, Parts> steps = new LinkedHashMap<>();
              rows.forEach(
                  row ->
                      steps
                          .computeIfAbsent(
                              row.getString("name"),
                              name -> new Parts(row.getString("address"), new ArrayList<>()))
                          .parts()
                          .add(part(row)));
              return steps;
            });
  }

  private static StepPart part(Row row) {
    return new StepPart(
        row.getUUID("id").toString(),
        row.getInteger("part"),
        row.getUUID("copy_of") != null,
        StepState.valueOf(row.getString("state")),
        row.getInteger("attempt"),
        row.getDouble("progress"),
        row.getString("owner"),
        row.getLong("token"),
        Times.at(row, "lease_until"),
        Times.at(row, "not_before"),
        Times.at(row, "started_at"),
        Times.at(row, "finished_at"),
        row.getString("unfit"));
  }

  /** JSON of the newest events, the newest first. */
  public Future<List<String>> events(SqlClient client, UUID job) {
    return client
        .preparedQuery(EVENTS)
        .execute(Tuple.of(job, JobGraph.MOST_EVENTS))
        .map(
            rows -> {
              List<String> events = new ArrayList<>();
              rows.forEach(row -> events.add(row.getString("event")));
              return events;
            });
  }
}
