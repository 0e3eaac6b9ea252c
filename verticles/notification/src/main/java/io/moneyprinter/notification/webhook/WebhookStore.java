package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.EditWebhook;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhooks of all tenants. */
final class WebhookStore {
  private static final String INSERT =
      """
      INSERT INTO webhook (id, tenant, subject, url, description, kinds, secret)
      SELECT $1, $2, $3, $4, $5, $6, $7
      WHERE (SELECT count(*) FROM webhook WHERE tenant = $2) < $8 RETURNING *""";

  private static final String EDIT =
      """
      UPDATE webhook SET url = coalesce($3, url), description = coalesce($4, description),
        kinds = coalesce($5, kinds), enabled = coalesce($6, enabled),
        disabled_reason = CASE WHEN $6 IS NULL THEN disabled_reason END,
        failing_since = CASE WHEN $6 THEN NULL ELSE failing_since END
      WHERE tenant = $1 AND id = $2 RETURNING *""";

  private static final String ROTATE =
      """
      UPDATE webhook SET old_secret = CASE WHEN $4 > 0 THEN secret END,
        old_until = CASE WHEN $4 > 0 THEN now() + $4 * interval '1 second' END, secret = $3
      WHERE tenant = $1 AND id = $2 RETURNING *""";

  /** At most once for each time that it is switched on. */
  private static final String DISABLE =
      """
      UPDATE webhook SET enabled = false, disabled_reason = left($2, 500)
      WHERE id = $1 AND enabled AND ($3::timestamptz IS NULL OR failing_since < $3) RETURNING *""";

  private final Database database;

  WebhookStore(Database database) {
    this.database = database;
  }

  /** Empty when the tenant has as many as it may. */
  Future<Optional<WebhookRow>> insert(WebhookRow fresh, int most) {
    return one(
        INSERT,
        Tuple.of(
            fresh.id(),
            fresh.tenant(),
            fresh.subject(),
            fresh.url(),
            fresh.description(),
            names(fresh.kinds()),
            Buffer.buffer(fresh.secret()),
            most));
  }

  Future<Optional<WebhookRow>> get(String tenant, UUID id) {
    return one("SELECT * FROM webhook WHERE tenant = $1 AND id = $2", Tuple.of(tenant, id));
  }

  Future<List<WebhookRow>> list(String tenant) {
    return run("SELECT * FROM webhook WHERE tenant = $1 ORDER BY created_at", Tuple.of(tenant))
        .map(
            rows -> {
              List<WebhookRow> all = new ArrayList<>();
              rows.forEach(row -> all.add(WebhookRow.of(row)));
              return all;
            });
  }

  Future<Optional<WebhookRow>> edit(String tenant, UUID id, EditWebhook wish) {
    return one(
        EDIT,
        Tuple.of(
            tenant,
            id,
            wish.url(),
            wish.description(),
            wish.kinds() == null ? null : names(wish.kinds()),
            wish.enabled()));
  }

  Future<Optional<WebhookRow>> rotate(String tenant, UUID id, byte[] secret, Duration overlap) {
    return one(ROTATE, Tuple.of(tenant, id, Buffer.buffer(secret), (double) overlap.toSeconds()));
  }

  Future<Optional<WebhookRow>> delete(String tenant, UUID id) {
    return one(
        "DELETE FROM webhook WHERE tenant = $1 AND id = $2 RETURNING *", Tuple.of(tenant, id));
  }

  /** Notes whether the latest message arrived. */
  Future<?> noted(UUID id, boolean arrived) {
    return run(
        "UPDATE webhook SET failing_since = CASE WHEN $2 THEN NULL"
            + " ELSE coalesce(failing_since, now()) END WHERE id = $1",
        Tuple.of(id, arrived));
  }

  /**
   * Switches one off; empty when it is off, or has not failed for so long.
   *
   * @param failingBefore {@code null} where it does not matter since when
   */
  Future<Optional<WebhookRow>> disable(UUID id, String reason, Instant failingBefore) {
    return one(
        DISABLE,
        Tuple.of(
            id, reason, failingBefore == null ? null : failingBefore.atOffset(ZoneOffset.UTC)));
  }

  private static String[] names(List<NoticeKind> kinds) {
    return kinds.stream().distinct().map(Enum::name).toArray(String[]::new);
  }

  private Future<Optional<WebhookRow>> one(String sql, Tuple values) {
    return run(sql, values)
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(WebhookRow.of(rows.iterator().next())));
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
