package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.CompensationState;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.PendingApproval;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs as they are shown. */
public final class ViewStore {
  /**
   * The jobs that wait, in the order in which they would begin if all took the same time: those of
   * a tenant by priority and age, and each behind as many of another tenant's as it has itself
   * before it, what is being made counted in.
   */
  private static final String LINE =
      "WITH line AS (SELECT id, row_number() OVER (ORDER BY load, priority DESC, id) - 1 AS ahead"
          + " FROM (SELECT q.id, q.priority, row_number() OVER (PARTITION BY q.tenant"
          + " ORDER BY q.priority DESC, q.id) + coalesce(w.jobs, 0) AS load FROM job q"
          + " LEFT JOIN (SELECT tenant, count(*) AS jobs FROM job WHERE state = 'RUNNING'"
          + " GROUP BY tenant) w ON w.tenant = q.tenant WHERE q.state = 'QUEUED') waiting) ";

  private static final String JOB =
      LINE
          + "SELECT id, tenant, workflow, state, progress, brief::text AS brief,"
          + " CASE WHEN state = 'RUNNING' THEN greatest(0, seconds_left"
          + " - extract(epoch FROM now() - updated_at))::integer END AS seconds_left,"
          + " result::text AS result, failure::text AS failure, created_at, updated_at, priority, rerun_of,"
          + " deleted_at, subject,"
          + " substring(idempotency_key FROM '^batch:([0-9a-f-]{36}):') AS batch_id,"
          + " CASE WHEN state = 'QUEUED' THEN (SELECT l.ahead FROM line l"
          + " WHERE l.id = job.id) ELSE 0 END AS ahead,"
          + " (SELECT ARRAY[a.estimated, a.reserved, a.settled] FROM job_account a"
          + " WHERE a.job_id = job.id) AS cost"
          + " FROM job WHERE tenant = $1";

  private static final String ONE = JOB + " AND id = $2";

  /** A step of which some parts are done and others wait for a node counts as running. */
  private static final String STEPS =
      "SELECT job_id, name, CASE"
          + " WHEN bool_or(state = 'FAILED') THEN 'FAILED'"
          + " WHEN bool_or(state = 'RUNNING') THEN 'RUNNING'"
          + " WHEN bool_and(state = 'SKIPPED') THEN 'SKIPPED'"
          + " WHEN bool_and(state = 'AWAITING') THEN 'AWAITING'"
          + " WHEN bool_and(state = 'DONE') THEN 'DONE'"
          + " WHEN bool_or(state = 'CANCELLED') THEN 'CANCELLED'"
          + " WHEN bool_or(state = 'DONE') THEN 'RUNNING'"
          + " WHEN bool_or(state = 'READY') THEN 'READY' ELSE 'WAITING' END AS state,"
          + " count(*) FILTER (WHERE state = 'DONE' AND parts > 0) AS done,"
          + " coalesce(max(parts), 0) AS parts, avg(progress) AS progress,"
          + " max(attempt) AS attempts, min(started_at) AS started_at,"
          + " CASE WHEN bool_and(state = 'DONE') THEN max(finished_at) END AS finished_at,"
          + " max(deadline) FILTER (WHERE state = 'AWAITING') AS until,"
          + " max(request::text) FILTER (WHERE state = 'AWAITING') AS show,"
          + " (SELECT CASE WHEN bool_or(c.state = 'FAILED') THEN 'FAILED'"
          + " WHEN bool_or(c.state = 'PENDING') THEN 'PENDING' ELSE max(c.state) END"
          + " FROM compensation c WHERE c.job_id = step.job_id AND c.step = step.name)"
          + " AS compensation,"
          + " (SELECT max(t.unfit) FROM turn t JOIN step p ON p.id = t.step_id"
          + " WHERE t.job_id = step.job_id AND p.name = step.name) AS waits_for"
          + " FROM step WHERE job_id = ANY($1) AND copy_of IS NULL"
          + " GROUP BY job_id, name ORDER BY job_id, min(ordinal)";

  /** A job's row with its contents as JSON. */
  public record JobContent(
      UUID id,
      String tenant,
      String workflow,
      JobState state,
      double progress,
      int queuePosition,
      String brief,
      String result,
      String failure,
      Instant createdAt,
      Instant updatedAt,
      Priority priority,
      UUID rerunOf,
      JobCost cost,
      Integer secondsLeft,
      Instant deletedAt,
      String subject,
      String batchId) {}

  public Future<Optional<JobContent>> one(SqlClient client, String tenant, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(tenant, id))
        .map(rows -> jobs(rows).stream().findFirst());
  }

  /**
   * The tenant's jobs that a search finds, in its order.
   *
   * @param after only those that follow it; {@code null} for all
   * @param state only in this state; {@code null} for all
   */
  public Future<List<JobContent>> page(
      SqlClient client, String tenant, UUID after, JobState state, JobQuery query, int limit) {
    JobSearch search = JobSearch.of(tenant, after, state, query, limit);
    return client
        .preparedQuery(JOB + search.conditions())
        .execute(Tuple.wrap(search.values()))
        .map(ViewStore::jobs);
  }

  private static List<JobContent> jobs(RowSet<Row> rows) {
    List<JobContent> jobs = new ArrayList<>();
    rows.forEach(
        row ->
            jobs.add(
                new JobContent(
                    row.getUUID("id"),
                    row.getString("tenant"),
                    row.getString("workflow"),
                    JobState.valueOf(row.getString("state")),
                    row.getDouble("progress"),
                    row.getLong("ahead").intValue(),
                    row.getString("brief"),
                    row.getString("result"),
                    row.getString("failure"),
                    Times.at(row, "created_at"),
                    Times.at(row, "updated_at"),
                    Priority.ofLevel(row.getInteger("priority")),
                    row.getUUID("rerun_of"),
                    cost(row.getArrayOfLongs("cost")),
                    row.getInteger("seconds_left"),
                    Times.at(row, "deleted_at"),
                    row.getString("subject"),
                    row.getString("batch_id"))));
    return jobs;
  }

  private static JobCost cost(Long[] amounts) {
    return amounts == null ? null : new JobCost(amounts[0], amounts[1], amounts[2]);
  }

  /** The steps of jobs, parts summed up, in the workflow's order. */
  public Future<Map<UUID, List<StepView>>> steps(SqlClient client, List<UUID> jobs) {
    return client
        .preparedQuery(STEPS)
        .execute(Tuple.tuple().addArrayOfUUID(jobs.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, List<StepView>> steps = new HashMap<>();
              rows.forEach(
                  row ->
                      steps
                          .computeIfAbsent(row.getUUID("job_id"), id -> new ArrayList<>())
                          .add(step(row)));
              return steps;
            });
  }

  private static StepView step(Row row) {
    return new StepView(
        row.getString("name"),
        StepState.valueOf(row.getString("state")),
        row.getLong("done").intValue(),
        row.getInteger("parts"),
        row.getDouble("progress"),
        row.getInteger("attempts"),
        Times.at(row, "started_at"),
        Times.at(row, "finished_at"),
        row.getOffsetDateTime("until") == null
            ? null
            : new PendingApproval(Times.at(row, "until"), row.getString("show")),
        row.getString("compensation") == null
            ? null
            : CompensationState.valueOf(row.getString("compensation")),
        row.getString("waits_for"));
  }
}
