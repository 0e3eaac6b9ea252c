package io.moneyprinter.orchestration.state;

import io.moneyprinter.orchestration.workflow.Workflow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of jobs and of the workflows they follow. */
public final class JobStore {
  private static final String READ = "SELECT " + JobColumns.ALL + " FROM job WHERE id = $1";

  private static final String LOCK = READ + " FOR UPDATE";

  private static final String LOCK_OF_STEP =
      "SELECT "
          + JobColumns.ALL
          + " FROM job WHERE id = (SELECT job_id FROM step WHERE id = $1) FOR UPDATE";

  private static final String KEEP_WORKFLOW =
      "INSERT INTO workflow (hash, name, version, source) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT DO NOTHING";

  private static final String INSERT =
      "INSERT INTO job (id, tenant, workflow, workflow_hash, correlation_id, state, brief,"
          + " brief_hash, idempotency_key, created_at, updated_at, priority, timeout_ms, rerun_of,"
          + " trace_id, subject)"
          + " VALUES ($1, $2, $3, $4, $5, 'QUEUED', $6::text::jsonb, $7, $8, now(), now(), $9,"
          + " $10, $11, $12, $13)"
          + " ON CONFLICT (tenant, idempotency_key) DO NOTHING RETURNING "
          + JobColumns.ALL;

  private static final String UPDATE =
      "UPDATE job SET state = $2, progress = $3, sequence = $4, result = $5::text::jsonb,"
          + " failure = $6::text::jsonb, started_at = $7, finished_at = $8, updated_at = $9,"
          + " priority = $10, deadline = $11, paused_at = $12, retried_from = $13,"
          + " seconds_left = $14, deleted_at = CASE WHEN $2 IN ('COMPLETED', 'FAILED', 'CANCELLED')"
          + " THEN deleted_at END"
          + " WHERE id = $1";

  private static final String OVERDUE =
      "SELECT id FROM job WHERE state = 'RUNNING' AND deadline < now() ORDER BY deadline LIMIT $1";

  Future<Optional<JobRow>> lock(SqlClient client, UUID jobId) {
    return one(client, LOCK, jobId);
  }

  Future<Optional<JobRow>> lockOfStep(SqlClient client, UUID stepId) {
    return one(client, LOCK_OF_STEP, stepId);
  }

  /** As {@link #lockOfStep}, but leaves a job alone that somebody is changing already. */
  Future<Optional<JobRow>> lockOfStepIfFree(SqlClient client, UUID stepId) {
    return one(client, LOCK_OF_STEP + " SKIP LOCKED", stepId);
  }

  /** The job as it is; nobody is kept from changing it. */
  public Future<Optional<JobRow>> read(SqlClient client, UUID jobId) {
    return one(client, READ, jobId);
  }

  private static Future<Optional<JobRow>> one(SqlClient client, String sql, UUID id) {
    return client.preparedQuery(sql).execute(Tuple.of(id)).map(JobStore::first);
  }

  /** Empty when the tenant has used the idempotency key before. */
  Future<Optional<JobRow>> insert(SqlClient client, NewJob job, Workflow workflow) {
    return client
        .preparedQuery(KEEP_WORKFLOW)
        .execute(Tuple.of(workflow.hash(), workflow.name(), workflow.version(), workflow.source()))
        .compose(
            kept ->
                client
                    .preparedQuery(INSERT)
                    .execute(
                        Tuple.of(
                            job.id(),
                            job.tenant(),
                            workflow.id(),
                            workflow.hash(),
                            job.correlationId(),
                            job.brief(),
                            job.briefHash(),
                            job.idempotencyKey(),
                            job.priority().level(),
                            workflow.timeout().map(Duration::toMillis).orElse(null),
                            job.rerunOf(),
                            job.traceId(),
                            job.subject())))
        .map(JobStore::first);
  }

  Future<?> update(SqlClient client, JobChange change) {
    JobRow job = change.job();
    return client
        .preparedQuery(UPDATE)
        .execute(
            Tuple.of(
                job.id(),
                job.state().name(),
                job.progress(),
                job.sequence(),
                job.result(),
                job.failure(),
                Times.stored(job.startedAt()),
                Times.stored(job.finishedAt()),
                Times.stored(change.now()),
                job.priority().level(),
                Times.stored(job.clock().deadline()),
                Times.stored(job.clock().pausedAt()),
                job.retriedFrom(),
                job.secondsLeft()));
  }

  /** Jobs that have taken longer than they may. */
  public Future<List<UUID>> overdue(SqlClient client, int limit) {
    return client
        .preparedQuery(OVERDUE)
        .execute(Tuple.of(limit))
        .map(
            rows -> {
              List<UUID> ids = new ArrayList<>();
              rows.forEach(row -> ids.add(row.getUUID("id")));
              return ids;
            });
  }

  public Future<String> brief(SqlClient client, UUID jobId) {
    return client
        .preparedQuery("SELECT brief::text FROM job WHERE id = $1")
        .execute(Tuple.of(jobId))
        .map(rows -> rows.iterator().next().getString(0));
  }

  /** Replaces the brief of a job whose row is locked. */
  public Future<?> changeBrief(SqlClient client, UUID jobId, String brief) {
    return client
        .preparedQuery("UPDATE job SET brief = $2::text::jsonb WHERE id = $1")
        .execute(Tuple.of(jobId, brief));
  }

  public Future<String> workflowSource(SqlClient client, String hash) {
    return client
        .preparedQuery("SELECT source FROM workflow WHERE hash = $1")
        .execute(Tuple.of(hash))
        .map(rows -> rows.iterator().next().getString(0));
  }

  public Future<Optional<KeyUse>> keyUse(SqlClient client, String tenant, String key) {
    return client
        .preparedQuery("SELECT id, brief_hash FROM job WHERE tenant = $1 AND idempotency_key = $2")
        .execute(Tuple.of(tenant, key))
        .map(KeyUse::first);
  }

  private static Optional<JobRow> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(JobColumns.read(rows.iterator().next()));
  }
}
