package io.moneyprinter.storage.cleanup;

import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.storage.retention.Retention;
import io.vertx.core.Future;
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

  /** Those that are done with a file which others still have. */
  private static final String DROP =
      """
      WITH gone AS (
        DELETE FROM holder h WHERE expires_at < now()
          AND NOT EXISTS (SELECT 1 FROM legal_hold l
                WHERE l.blob_key = h.blob_key AND l.tenant = h.tenant)
          AND EXISTS (SELECT 1 FROM holder o WHERE o.blob_key = h.blob_key
                AND (o.expires_at IS NULL OR o.expires_at >= now()))
        RETURNING blob_key, tenant)
      UPDATE blob SET class =
        (SELECT class FROM holder WHERE blob_key = key
           AND (blob_key, tenant) NOT IN (SELECT blob_key, tenant FROM gone)
         ORDER BY class_rank(class) DESC LIMIT 1)
      WHERE key IN (SELECT blob_key FROM gone)""";

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
  Future<Integer> drop() {
    return database.writer().query(DROP).execute().map(rows -> rows.rowCount());
  }
}
