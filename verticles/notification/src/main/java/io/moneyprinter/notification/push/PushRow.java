package io.moneyprinter.notification.push;

import io.moneyprinter.codecs.notification.PushSubscription;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A browser as it lies in the database.
 *
 * @param publicKey its point of P-256
 * @param auth its secret, sealed
 * @param session the login that it was subscribed in; {@code null} for none
 */
record PushRow(
    UUID id,
    String tenant,
    String subject,
    String endpoint,
    byte[] publicKey,
    byte[] auth,
    String device,
    Instant createdAt,
    Instant sentAt,
    String session) {
  static PushRow of(Row row) {
    OffsetDateTime sent = row.getOffsetDateTime("sent_at");
    return new PushRow(
        row.getUUID("id"),
        row.getString("tenant"),
        row.getString("subject"),
        row.getString("endpoint"),
        row.getBuffer("public_key").getBytes(),
        row.getBuffer("auth").getBytes(),
        row.getString("device"),
        row.getOffsetDateTime("created_at").toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getString("session"));
  }

  /** What its secret is sealed for. */
  static String place(String endpoint) {
    return "push:" + endpoint;
  }

  PushSubscription shown() {
    return new PushSubscription(id.toString(), device, endpoint, createdAt, sentAt);
  }
}
