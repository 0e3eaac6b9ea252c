package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.orchestration.state.KeyUse;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of schedules. */
final class ScheduleStore {
  private static final String INSERT =
      "INSERT INTO schedule (id, tenant, subject, name, title, batch, work, priority, cron, zone,"
          + " missed, overlap, state, next_at, content_hash, idempotency_key, created_at)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'ACTIVE', $13, $14, $15,"
          + " $16) ON CONFLICT (tenant, idempotency_key) DO NOTHING";

  private static final String READ = "SELECT * FROM schedule WHERE ";

  /** A schedule and what its order was made with. */
  record NewSchedule(ScheduleRow row, String contentHash, String idempotencyKey) {}

  /** False when the tenant has used the idempotency key before. */
  Future<Boolean> insert(SqlClient client, NewSchedule schedule) {
    ScheduleRow row = schedule.row();
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                row.id(),
                row.tenant(),
                row.subject(),
                row.name(),
                row.title(),
                row.batch(),
                row.work(),
                row.priority().level(),
                row.cron(),
                row.zone(),
                row.missed().name(),
                row.overlap().name(),
                stored(row.nextAt()),
                schedule.contentHash(),
                schedule.idempotencyKey(),
                stored(row.createdAt())))
        .map(inserted -> inserted.rowCount() == 1);
  }

  Future<Optional<KeyUse>> keyUse(SqlClient client, String tenant, String key) {
    return client
        .preparedQuery(
            "SELECT id, content_hash FROM schedule WHERE tenant = $1 AND idempotency_key = $2")
        .execute(Tuple.of(tenant, key))
        .map(KeyUse::first);
  }

  Future<Optional<ScheduleRow>> one(SqlClient client, String tenant, UUID id) {
    return first(client, READ + "tenant = $1 AND id = $2", Tuple.of(tenant, id));
  }

  /** As {@link #one}; nobody else changes it until the transaction's end. */
  Future<Optional<ScheduleRow>> lock(SqlClient client, String tenant, UUID id) {
    return first(client, READ + "tenant = $1 AND id = $2 FOR UPDATE", Tuple.of(tenant, id));
  }

  /** One whose time has come and that nobody else is looking at, longest due first. */
  Future<Optional<ScheduleRow>> lockDue(SqlClient client, Instant now) {
    return first(
        client,
        READ
            + "state = 'ACTIVE' AND next_at <= $1 ORDER BY next_at LIMIT 1"
            + " FOR UPDATE SKIP LOCKED",
        Tuple.of(stored(now)));
  }

  /**
   * The tenant's schedules, newest first.
   *
   * @param after only older ones; {@code null} for all
   */
  Future<List<ScheduleRow>> page(SqlClient client, String tenant, UUID after, int limit) {
    return client
        .preparedQuery(
            READ + "tenant = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3")
        .execute(Tuple.of(tenant, after, limit))
        .map(ScheduleStore::rows);
  }

  /** Writes down the state and the next time; {@code null} for none. */
  Future<?> update(SqlClient client, ScheduleRow schedule, ScheduleState state, Instant nextAt) {
    return client
        .preparedQuery("UPDATE schedule SET state = $3, next_at = $4 WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(schedule.tenant(), schedule.id(), state.name(), stored(nextAt)));
  }

  Future<?> delete(SqlClient client, String tenant, UUID id) {
    return client
        .preparedQuery("DELETE FROM schedule WHERE tenant = $1 AND id = $2")
        .execute(Tuple.of(tenant, id));
  }

  private static Future<Optional<ScheduleRow>> first(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(rows -> rows(rows).stream().findFirst());
  }

  private static List<ScheduleRow> rows(RowSet<Row> rows) {
    List<ScheduleRow> schedules = new ArrayList<>();
    rows.forEach(row -> schedules.add(read(row)));
    return schedules;
  }

  private static ScheduleRow read(Row row) {
    return new ScheduleRow(
        row.getUUID("id"),
        row.getString("tenant"),
        row.getString("subject"),
        row.getString("name"),
        row.getString("title"),
        row.getBoolean("batch"),
        row.getString("work"),
        Priority.ofLevel(row.getInteger("priority")),
        row.getString("cron"),
        row.getString("zone"),
        Missed.valueOf(row.getString("missed")),
        Overlap.valueOf(row.getString("overlap")),
        ScheduleState.valueOf(row.getString("state")),
        at(row, "next_at"),
        at(row, "created_at"));
  }

  static Instant at(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime stored(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
