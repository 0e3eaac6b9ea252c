package io.moneyprinter.storage.cleanup;

import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.storage.retention.Retention;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Brings what the books say of how long files are kept into line with the settings. */
final class ExpiryRules {
  private static final String OTHERS =
      """
      UPDATE holder SET expires_at = since + $2 * interval '1 s'
      WHERE class = $1 AND tenant <> ALL($3)
        AND expires_at IS DISTINCT FROM since + $2 * interval '1 s'""";

  private static final String ONE =
      """
      UPDATE holder SET expires_at = since + $2 * interval '1 s'
      WHERE class = $1 AND tenant = $3
        AND expires_at IS DISTINCT FROM since + $2 * interval '1 s'""";

  /** Files of which some are done that others still have. */
  private static final String SHARED =
      """
      SELECT DISTINCT blob_key FROM holder h
      WHERE blob_key > $1 AND expires_at < now()
        AND NOT EXISTS (SELECT 1 FROM legal_hold l
              WHERE l.blob_key = h.blob_key AND l.tenant = h.tenant)
        AND EXISTS (SELECT 1 FROM holder o WHERE o.blob_key = h.blob_key
              AND (o.expires_at IS NULL OR o.expires_at >= now()))
      ORDER BY blob_key LIMIT 100""";

  /** The entry first, like everybody: the sums of the tenants are locked after it. */
  private static final String LOCK = "SELECT 1 FROM blob WHERE key = $1 FOR UPDATE";

  private static final String DROP =
      """
      WITH gone AS (
        DELETE FROM holder h WHERE blob_key = $1 AND expires_at < now()
          AND NOT EXISTS (SELECT 1 FROM legal_hold l
                WHERE l.blob_key = h.blob_key AND l.tenant = h.tenant)
          AND EXISTS (SELECT 1 FROM holder o WHERE o.blob_key = h.blob_key
                AND (o.expires_at IS NULL OR o.expires_at >= now()))
        RETURNING blob_key, tenant)
      INSERT INTO past_holder (blob_key, tenant, reason)
      SELECT blob_key, tenant, 'EXPIRED' FROM gone
      ON CONFLICT (blob_key, tenant) DO UPDATE SET reason = excluded.reason, at = now()""";

  private static final String CLASS =
      """
      UPDATE blob SET class = (SELECT class FROM holder WHERE blob_key = key
        ORDER BY class_rank(class) DESC LIMIT 1)
      WHERE key = $1 AND EXISTS (SELECT 1 FROM holder WHERE blob_key = key)""";

  private final Database database;
  private final Retention retention;
  private final Collection<String> tenants;

  /**
   * @param tenants that have a tier
   */
  ExpiryRules(Database database, Retention retention, Collection<String> tenants) {
    this.database = database;
    this.retention = retention;
    this.tenants = tenants;
  }

  /** Reckons anew when each tenant is done with each file. */
  Future<Void> apply() {
    Future<Void> all = Future.succeededFuture();
    for (StorageClass kind : StorageClass.values()) {
      all = all.compose(before -> others(kind));
      for (String tenant : tenants) {
        all = all.compose(before -> one(kind, tenant));
      }
    }
    return all;
  }

  private Future<Void> others(StorageClass kind) {
    Tuple values =
        Tuple.of(kind.word(), seconds(retention.life(kind)))
            .addArrayOfString(tenants.toArray(String[]::new));
    return database.writer().preparedQuery(OTHERS).execute(values).mapEmpty();
  }

  private Future<Void> one(StorageClass kind, String tenant) {
    return database
        .writer()
        .preparedQuery(ONE)
        .execute(Tuple.of(kind.word(), seconds(retention.life(tenant, kind)), tenant))
        .mapEmpty();
  }

  private static Double seconds(Optional<Duration> life) {
    return life.map(known -> (double) known.toSeconds()).orElse(null);
  }

  /** Lets tenants go that are done with what others still have. */
  Future<Void> drop() {
    return drop("");
  }

  private Future<Void> drop(String after) {
    return database
        .writer()
        .preparedQuery(SHARED)
        .execute(Tuple.of(after))
        .compose(
            rows -> {
              Future<Void> all = Future.succeededFuture();
              String last = null;
              for (Row row : rows) {
                String key = row.getString("blob_key");
                all = all.compose(before -> one(key));
                last = key;
              }
              String from = last;
              return from == null ? all : all.compose(done -> drop(from));
            });
  }

  private Future<Void> one(String key) {
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .preparedQuery(LOCK)
                    .execute(Tuple.of(key))
                    .compose(locked -> connection.preparedQuery(DROP).execute(Tuple.of(key)))
                    .compose(gone -> connection.preparedQuery(CLASS).execute(Tuple.of(key))))
        .mapEmpty();
  }
}
