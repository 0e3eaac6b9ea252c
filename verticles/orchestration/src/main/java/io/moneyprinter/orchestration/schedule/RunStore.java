package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.RunState;
import io.moneyprinter.codecs.schedule.ScheduleRun;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The times that came, and what came of them. */
final class RunStore {
  private static final int SHOWN = 10;

  private static final String INSERT =
      "INSERT INTO schedule_run (schedule_id, due, state, message) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT DO NOTHING";

  private static final String UNDER_WAY =
      "SELECT count(*) FROM schedule_run r LEFT JOIN job j ON j.id = r.job_id"
          + " LEFT JOIN batch b ON b.id = r.batch_id WHERE r.schedule_id = $1 AND ("
          + "r.state = 'PENDING' OR j.state IN ('QUEUED', 'RUNNING', 'PAUSED')"
          + " OR b.state <> 'CANCELLED' AND b.finished_at IS NULL)";

  private static final String CLAIM =
      "UPDATE schedule_run r SET lease_until = now() + interval '30 s' FROM schedule s"
          + " WHERE s.id = r.schedule_id AND (r.schedule_id, r.due) IN ("
          + "SELECT schedule_id, due FROM schedule_run WHERE state = 'PENDING'"
          + " AND (lease_until IS NULL OR lease_until < now()) ORDER BY due LIMIT $1"
          + " FOR UPDATE SKIP LOCKED)"
          + " RETURNING r.schedule_id, r.due, s.tenant, s.subject, s.batch, s.work, s.priority";

  private static final String END =
      "UPDATE schedule_run SET state = $3, job_id = $4, batch_id = $5, message = $6,"
          + " lease_until = NULL WHERE schedule_id = $1 AND due = $2 AND state = 'PENDING'";

  private static final String LATER =
      "UPDATE schedule_run SET message = $3, attempts = attempts + 1,"
          + " lease_until = now() + interval '5 s' WHERE schedule_id = $1 AND due = $2"
          + " RETURNING attempts";

  private static final String LAST =
      "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY schedule_id ORDER BY due DESC)"
          + " AS place FROM schedule_run WHERE schedule_id = ANY($1)) r WHERE place <= $2"
          + " ORDER BY schedule_id, due DESC";

  /** A time that is to be ordered now. */
  record Run(
      UUID scheduleId,
      Instant due,
      String tenant,
      String subject,
      ScheduledWork work,
      Priority priority) {
    /** The same for the same time, so that it is ordered once however often that is tried. */
    String key() {
      return "schedule:" + scheduleId + ":" + due;
    }
  }

  /** Notes that a time came; nothing when it is noted already. */
  Future<?> insert(SqlClient client, UUID scheduleId, Instant due, RunState state, String message) {
    return client
        .preparedQuery(INSERT)
        .execute(Tuple.of(scheduleId, ScheduleStore.stored(due), state.name(), message));
  }

  /** Whether a run of the schedule is not at its end. */
  Future<Boolean> underWay(SqlClient client, UUID scheduleId) {
    return client
        .preparedQuery(UNDER_WAY)
        .execute(Tuple.of(scheduleId))
        .map(rows -> rows.iterator().next().getInteger(0) > 0);
  }

  /** Takes runs that no other node is ordering. */
  Future<List<Run>> claim(Pool pool, int limit) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(limit))
        .map(
            rows -> {
              List<Run> runs = new ArrayList<>();
              rows.forEach(
                  row ->
                      runs.add(
                          new Run(
                              row.getUUID("schedule_id"),
                              ScheduleStore.at(row, "due"),
                              row.getString("tenant"),
                              row.getString("subject"),
                              ScheduledWork.read(row.getBoolean("batch"), row.getString("work")),
                              Priority.ofLevel(row.getInteger("priority")))));
              return runs;
            });
  }

  /** Nobody else lives who could be ordering. */
  Future<?> endLeases(Pool pool) {
    return pool.query("UPDATE schedule_run SET lease_until = NULL WHERE lease_until IS NOT NULL")
        .execute();
  }

  Future<?> ordered(Pool pool, Run run, UUID jobId, UUID batchId) {
    return end(pool, run, RunState.ORDERED, jobId, batchId, null);
  }

  Future<?> failed(Pool pool, Run run, String message) {
    return end(pool, run, RunState.FAILED, null, null, message);
  }

  private static Future<?> end(
      Pool pool, Run run, RunState state, UUID jobId, UUID batchId, String message) {
    return pool.preparedQuery(END)
        .execute(
            Tuple.of(
                run.scheduleId(),
                ScheduleStore.stored(run.due()),
                state.name(),
                jobId,
                batchId,
                message));
  }

  /** Tries a run again soon; how often that was done. */
  Future<Integer> later(Pool pool, Run run, String message) {
    return pool.preparedQuery(LATER)
        .execute(Tuple.of(run.scheduleId(), ScheduleStore.stored(run.due()), message))
        .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger(0));
  }

  /** The last runs of schedules, newest first. */
  Future<Map<UUID, List<ScheduleRun>>> last(SqlClient client, List<UUID> schedules) {
    return client
        .preparedQuery(LAST)
        .execute(Tuple.tuple().addArrayOfUUID(schedules.toArray(UUID[]::new)).addInteger(SHOWN))
        .map(
            rows -> {
              Map<UUID, List<ScheduleRun>> runs = new HashMap<>();
              rows.forEach(
                  row ->
                      runs.computeIfAbsent(row.getUUID("schedule_id"), id -> new ArrayList<>())
                          .add(run(row)));
              return runs;
            });
  }

  private static ScheduleRun run(Row row) {
    UUID job = row.getUUID("job_id");
    UUID batch = row.getUUID("batch_id");
    return new ScheduleRun(
        ScheduleStore.at(row, "due"),
        RunState.valueOf(row.getString("state")),
        job == null ? null : job.toString(),
        batch == null ? null : batch.toString(),
        row.getString("message"));
  }
}
