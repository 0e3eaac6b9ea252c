package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.DeliveryAttempt;
import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts messages together with their attempts: one row an attempt, those of a message in a row. */
final class DeliveryRows {
  private DeliveryRows() {}

  static List<WebhookDelivery> of(RowSet<Row> rows) {
    Map<UUID, List<DeliveryAttempt>> attempts = new LinkedHashMap<>();
    Map<UUID, Row> first = new LinkedHashMap<>();
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      first.putIfAbsent(id, row);
      List<DeliveryAttempt> all = attempts.computeIfAbsent(id, fresh -> new ArrayList<>());
      if (row.getOffsetDateTime("attempt_at") != null) {
        all.add(attempt(row));
      }
    }
    return first.entrySet().stream()
        .map(one -> delivery(one.getValue(), attempts.get(one.getKey())))
        .toList();
  }

  private static DeliveryAttempt attempt(Row row) {
    return new DeliveryAttempt(
        row.getOffsetDateTime("attempt_at").toInstant(),
        row.getInteger("status"),
        row.getInteger("millis"),
        row.getString("error"),
        row.getString("response"));
  }

  private static WebhookDelivery delivery(Row row, List<DeliveryAttempt> attempts) {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    return new WebhookDelivery(
        row.getUUID("id").toString(),
        row.getLong("number"),
        row.getUUID("webhook").toString(),
        row.getString("type"),
        state,
        row.getOffsetDateTime("created_at").toInstant(),
        state == DeliveryState.WAITING ? row.getOffsetDateTime("due").toInstant() : null,
        row.getString("body"),
        attempts);
  }
}
