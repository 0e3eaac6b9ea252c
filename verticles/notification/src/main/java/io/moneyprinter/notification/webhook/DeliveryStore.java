package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.DeliveryAttempt;
import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages to webhooks, and how it went with them. */
final class DeliveryStore {
  private static final String QUEUE =
      """
      INSERT INTO webhook_delivery (id, webhook, incident, type, body)
      SELECT gen_random_uuid(), id, $2, $3, $4 FROM webhook
      WHERE tenant = $1 AND enabled AND (cardinality(kinds) = 0 OR $5 = ANY(kinds))
      ON CONFLICT DO NOTHING""";

  /** No more than four at a time go to one webhook, so that a slow one holds up nobody else. */
  private static final String CLAIM =
      """
      UPDATE webhook_delivery d SET due = now() + $1 * interval '1 millisecond',
        attempts = d.attempts + 1
      FROM webhook w WHERE w.id = d.webhook AND d.id = ANY (ARRAY(
        SELECT id FROM webhook_delivery WHERE state = 'WAITING' AND due <= now()
          AND id IN (SELECT id FROM (
            SELECT id, row_number() OVER (PARTITION BY webhook ORDER BY due) AS place
            FROM webhook_delivery WHERE state = 'WAITING' AND due <= now()) waiting
            WHERE place <= 4)
        ORDER BY due LIMIT $2 FOR UPDATE SKIP LOCKED))
      RETURNING w.*, d.id AS message, d.type, d.body, d.attempts""";

  private static final String LIST =
      """
      SELECT d.*, a.at AS attempt_at, a.status, a.millis, a.error, a.response FROM (
        SELECT * FROM webhook_delivery WHERE webhook = $1 AND ($2::bigint IS NULL OR number < $2)
          AND ($3::text IS NULL OR state = $3) ORDER BY number DESC LIMIT $4) d
      LEFT JOIN webhook_attempt a ON a.delivery = d.id ORDER BY d.number DESC, a.at""";

  /** A message that this node sends. */
  record Outgoing(UUID id, String type, String body, int attempts, WebhookRow webhook) {}

  private final Database database;

  DeliveryStore(Database database) {
    this.database = database;
  }

  /** Puts a message into the queue of every webhook of the tenant that wants it. */
  static Future<?> queue(
      SqlClient transaction, String tenant, String incident, NoticeKind kind, String body) {
    return transaction
        .preparedQuery(QUEUE)
        .execute(Tuple.of(tenant, incident, kind.type(), body, kind.name()));
  }

  /** Puts in one message that is sent by the caller, never by {@link #claim}. */
  Future<Outgoing> test(WebhookRow webhook, String type, String body, Duration lease) {
    UUID id = UUID.randomUUID();
    return run(
            """
            INSERT INTO webhook_delivery (id, webhook, incident, type, body, due, attempts)
            VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 millisecond', 1)""",
            Tuple.of(id, webhook.id(), "test:" + id, type, body, (double) lease.toMillis()))
        .map(kept -> new Outgoing(id, type, body, 1, webhook));
  }

  Future<List<Outgoing>> claim(Duration lease, int limit) {
    return run(CLAIM, Tuple.of((double) lease.toMillis(), limit))
        .map(
            rows -> {
              List<Outgoing> claimed = new ArrayList<>();
              rows.forEach(
                  row ->
                      claimed.add(
                          new Outgoing(
                              row.getUUID("message"),
                              row.getString("type"),
                              row.getString("body"),
                              row.getInteger("attempts"),
                              WebhookRow.of(row))));
              return claimed;
            });
  }

  /** Writes into the log how it went. */
  Future<?> log(UUID id, DeliveryAttempt attempt) {
    return run(
        "INSERT INTO webhook_attempt (delivery, at, status, millis, error, response)"
            + " SELECT $1, $2, $3, $4, $5, $6"
            + " WHERE EXISTS (SELECT 1 FROM webhook_delivery WHERE id = $1)",
        Tuple.of(
            id,
            attempt.at().atOffset(ZoneOffset.UTC),
            attempt.status(),
            attempt.millis(),
            attempt.error(),
            attempt.response()));
  }

  Future<?> settle(UUID id, DeliveryState state) {
    return run("UPDATE webhook_delivery SET state = $2 WHERE id = $1", Tuple.of(id, state.name()));
  }

  Future<?> later(UUID id, Duration pause) {
    return run(
        "UPDATE webhook_delivery SET due = now() + $2 * interval '1 millisecond' WHERE id = $1",
        Tuple.of(id, (double) pause.toMillis()));
  }

  /** What waits for a webhook that was switched off is given up; it can be replayed. */
  Future<?> giveUp(UUID webhook) {
    return run(
        "UPDATE webhook_delivery SET state = 'FAILED' WHERE webhook = $1 AND state = 'WAITING'",
        Tuple.of(webhook));
  }

  /**
   * Has messages sent once more.
   *
   * @param message {@code null} for all that failed
   */
  Future<Integer> replay(UUID webhook, UUID message) {
    return run(
            """
            UPDATE webhook_delivery SET state = 'WAITING', due = now(), attempts = 0
            WHERE webhook = $1 AND CASE WHEN $2::uuid IS NULL THEN state = 'FAILED'
              ELSE id = $2 AND state <> 'WAITING' END""",
            Tuple.of(webhook, message))
        .map(RowSet::rowCount);
  }

  Future<Optional<WebhookDelivery>> one(UUID message) {
    return run(
            """
            SELECT d.*, a.at AS attempt_at, a.status, a.millis, a.error, a.response
            FROM webhook_delivery d LEFT JOIN webhook_attempt a ON a.delivery = d.id
            WHERE d.id = $1 ORDER BY a.at""",
            Tuple.of(message))
        .map(rows -> DeliveryRows.of(rows).stream().findFirst());
  }

  /** Newest first, each with all its attempts. */
  Future<List<WebhookDelivery>> list(UUID webhook, Long before, DeliveryState state, int limit) {
    return run(LIST, Tuple.of(webhook, before, state == null ? null : state.name(), limit))
        .map(DeliveryRows::of);
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
