package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What people take along of what they were told and where, without what signs or seals it. */
public final class Takeaway {
  private static final String PREFERENCES =
      """
      SELECT tenant, subject, subject AS position, chosen FROM preference\
      """;

  private static final String NOTIFICATIONS =
      """
      SELECT tenant, subject, lpad(number::text, 20, '0') AS position, kind, data, at, read_at,
        deleted_at
      FROM notification\
      """;

  private static final String KNOWN_ADDRESSES =
      """
      SELECT tenant, subject, subject || ' ' || address AS position, address, seen_at
      FROM known_address\
      """;

  private static final String PUSH_SUBSCRIPTIONS =
      """
      SELECT tenant, subject, id::text AS position, device, created_at, sent_at,
        substring(endpoint FROM '^[a-z]+://([^/:]+)') AS host
      FROM push_subscription\
      """;

  private static final String WEBHOOKS =
      """
      SELECT tenant, subject, id::text AS position, id, url, description, kinds, enabled,
        disabled_reason, failing_since, created_at
      FROM webhook\
      """;

  private static final String WEBHOOK_DELIVERIES =
      """
      SELECT w.tenant, w.subject, lpad(d.number::text, 20, '0') AS position,
        d.webhook, d.type, d.body, d.state, d.attempts, d.created_at
      FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook\
      """;

  private Takeaway() {}

  public static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(
        scope,
        database,
        Map.of(
            ExportKind.PREFERENCES, PREFERENCES,
            ExportKind.NOTIFICATIONS, NOTIFICATIONS,
            ExportKind.KNOWN_ADDRESSES, KNOWN_ADDRESSES,
            ExportKind.PUSH_SUBSCRIPTIONS, PUSH_SUBSCRIPTIONS,
            ExportKind.WEBHOOKS, WEBHOOKS,
            ExportKind.WEBHOOK_DELIVERIES, WEBHOOK_DELIVERIES));
  }
}
