package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.workflow.Needs;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table of steps. */
public final class StepStore {
  private static final String COLUMNS =
      "id, name, ordinal, part, parts, fan_out, address, weight, timeout_ms, state, attempt,"
          + " request IS NOT NULL AS bound, progress, owner, token, lease_until, deadline,"
          + " not_before, ticket_at, tickets, started_at, finished_at, need_cpu, need_memory_mib,"
          + " need_gpu, copy_of, work, seconds";

  private static final String OF_JOB =
      "SELECT clock_timestamp() AS now, " + COLUMNS + " FROM step WHERE job_id = ";

  private static final String SAVE =
      "INSERT INTO step (id, job_id, tenant, name, ordinal, part, fan_out, address, weight,"
          + " timeout_ms, parts, state, attempt, progress, owner, token, lease_until, deadline,"
          + " not_before, ticket_at, tickets, started_at, finished_at, request, result, need_cpu,"
          + " need_memory_mib, need_gpu, copy_of, work, seconds)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,"
          + " $18, $19, $20, $21, $22, $23, $24::text::jsonb, $25::text::jsonb, $27, $28, $29,"
          + " $30, $31, $32)"
          + " ON CONFLICT (id) DO UPDATE SET parts = excluded.parts, state = excluded.state,"
          + " attempt = excluded.attempt, progress = excluded.progress, owner = excluded.owner,"
          + " token = excluded.token, lease_until = excluded.lease_until,"
          + " deadline = excluded.deadline, not_before = excluded.not_before,"
          + " ticket_at = excluded.ticket_at, tickets = excluded.tickets,"
          + " started_at = excluded.started_at, finished_at = excluded.finished_at,"
          + " work = excluded.work, seconds = excluded.seconds,"
          + " request = coalesce(excluded.request, CASE WHEN $26 THEN NULL ELSE step.request END),"
          + " result = coalesce(excluded.result, CASE WHEN $26 THEN NULL ELSE step.result END)";

  /** The rows of a job at one point of the database's time. */
  record Snapshot(Instant now, List<StepRow> rows) {}

  Future<Snapshot> ofJob(SqlClient client, UUID jobId) {
    return snapshot(client, OF_JOB + "$1 ORDER BY ordinal, part", jobId);
  }

  Future<Snapshot> besides(SqlClient client, UUID stepId) {
    return snapshot(
        client, OF_JOB + "(SELECT job_id FROM step WHERE id = $1) ORDER BY ordinal, part", stepId);
  }

  private static Future<Snapshot> snapshot(SqlClient client, String sql, UUID id) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              List<StepRow> steps = new ArrayList<>();
              rows.forEach(row -> steps.add(read(row)));
              return new Snapshot(
                  rows.size() == 0 ? null : Times.at(rows.iterator().next(), "now"), steps);
            });
  }

  Future<?> save(SqlClient client, JobRow job, Collection<StepWrite> writes) {
    if (writes.isEmpty()) {
      return Future.succeededFuture();
    }
    return client
        .preparedQuery(SAVE)
        .executeBatch(writes.stream().map(write -> tuple(job, write)).toList());
  }

  /** Takes parts away that are not known any more. */
  Future<?> delete(SqlClient client, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture()
        : client
            .preparedQuery("DELETE FROM step WHERE id = ANY($1)")
            .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)));
  }

  private static Tuple tuple(JobRow job, StepWrite write) {
    StepRow row = write.row();
    StepPlace place = row.place();
    return Tuple.tuple()
        .addUUID(row.id())
        .addUUID(job.id())
        .addString(job.tenant())
        .addString(place.name())
        .addInteger(place.ordinal())
        .addInteger(place.part())
        .addBoolean(place.fansOut())
        .addString(place.address())
        .addDouble(place.weight())
        .addLong(place.timeout().toMillis())
        .addInteger(row.parts())
        .addString(row.state().name())
        .addInteger(row.attempt())
        .addDouble(row.progress())
        .addString(row.lease().owner())
        .addLong(row.lease().token())
        .addOffsetDateTime(Times.stored(row.lease().until()))
        .addOffsetDateTime(Times.stored(row.lease().deadline()))
        .addOffsetDateTime(Times.stored(row.ticket().notBefore()))
        .addOffsetDateTime(Times.stored(row.ticket().at()))
        .addInteger(row.ticket().count())
        .addOffsetDateTime(Times.stored(row.startedAt()))
        .addOffsetDateTime(Times.stored(row.finishedAt()))
        .addString(write.request())
        .addString(write.result())
        .addBoolean(write.anew())
        .addDouble(place.needs().cpu())
        .addLong(place.needs().memory())
        .addInteger(place.needs().gpu())
        .addUUID(place.copyOf())
        .addDouble(row.effort().work())
        .addDouble(row.effort().seconds());
  }

  private static StepRow read(Row row) {
    return new StepRow(
        row.getUUID("id"),
        new StepPlace(
            row.getString("name"),
            row.getInteger("ordinal"),
            row.getInteger("part"),
            row.getBoolean("fan_out"),
            row.getString("address"),
            row.getDouble("weight"),
            Duration.ofMillis(row.getLong("timeout_ms")),
            new Needs(
                row.getDouble("need_cpu"),
                row.getLong("need_memory_mib"),
                row.getInteger("need_gpu")),
            row.getUUID("copy_of")),
        row.getInteger("parts"),
        row.getBoolean("bound"),
        StepState.valueOf(row.getString("state")),
        row.getInteger("attempt"),
        row.getDouble("progress"),
        new StepLease(
            row.getString("owner"),
            row.getLong("token"),
            Times.at(row, "lease_until"),
            Times.at(row, "deadline")),
        new Ticketing(
            Times.at(row, "not_before"), Times.at(row, "ticket_at"), row.getInteger("tickets")),
        Times.at(row, "started_at"),
        Times.at(row, "finished_at"),
        new Effort(row.getDouble("work"), row.getDouble("seconds")));
  }
}
