package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.Webhook;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as it lies in the database, its secrets sealed.
 *
 * @param oldSecret {@code null} for none
 */
record WebhookRow(
    UUID id,
    String tenant,
    String subject,
    String url,
    String description,
    List<NoticeKind> kinds,
    byte[] secret,
    byte[] oldSecret,
    Instant oldUntil,
    boolean enabled,
    String disabledReason,
    Instant failingSince,
    Instant createdAt) {
  static WebhookRow of(Row row) {
    return new WebhookRow(
        row.getUUID("id"),
        row.getString("tenant"),
        row.getString("subject"),
        row.getString("url"),
        row.getString("description"),
        Arrays.stream(row.getArrayOfStrings("kinds")).map(NoticeKind::valueOf).toList(),
        row.getBuffer("secret").getBytes(),
        row.getBuffer("old_secret") == null ? null : row.getBuffer("old_secret").getBytes(),
        instant(row.getOffsetDateTime("old_until")),
        row.getBoolean("enabled"),
        row.getString("disabled_reason"),
        instant(row.getOffsetDateTime("failing_since")),
        instant(row.getOffsetDateTime("created_at")));
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** What its secrets are sealed for. */
  static String place(UUID id) {
    return "webhook:" + id;
  }

  Webhook shown(Instant now) {
    return new Webhook(
        id.toString(),
        tenant,
        url,
        description,
        kinds,
        enabled,
        disabledReason,
        failingSince,
        oldUntil != null && oldUntil.isAfter(now) ? oldUntil : null,
        createdAt);
  }
}
