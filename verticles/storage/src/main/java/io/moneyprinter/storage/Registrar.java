package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.storage.quota.Charging;
import io.moneyprinter.storage.quota.Charging.Claim;
import io.moneyprinter.storage.retention.Retention;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Enters files in the books. The entry is written first, which locks it, then the file is put in
 * its place, and only then the entry is seen by others: so nobody ever sees an entry without its
 * file, and nobody removes a file that is being entered.
 */
final class Registrar {
  /** The origin of a file whose entry was lost, until somebody commits the same bytes again. */
  static final String RECOVERED = "recovered";

  /** Who stored a file, and as what. */
  record Provenance(String origin, String tenant, String owner, StorageClass storageClass) {}

  /**
   * One that was being removed is no more; its homes may be empty already, so it gets them anew.
   */
  private static final String ENTER =
      """
      WITH entry AS (
        INSERT INTO blob AS known (key, size, media_type, origin, tenant, owner, class)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (key) DO UPDATE SET
          size = excluded.size,
          media_type = CASE known.origin WHEN 'recovered' THEN excluded.media_type
                       ELSE known.media_type END,
          tenant = CASE known.origin WHEN 'recovered' THEN excluded.tenant ELSE known.tenant END,
          owner = CASE known.origin WHEN 'recovered' THEN excluded.owner ELSE known.owner END,
          class = CASE WHEN known.origin = 'recovered'
                         OR class_rank(excluded.class) > class_rank(known.class)
                       THEN excluded.class ELSE known.class END,
          origin = CASE known.origin WHEN 'recovered' THEN excluded.origin ELSE known.origin END,
          last_used = now(), deleting_at = NULL
        RETURNING key, size, media_type),
      doubtful AS (
        DELETE FROM home USING blob
        WHERE home.blob_key = $1 AND blob.key = $1 AND deleting_at IS NOT NULL),
      here AS (
        INSERT INTO place (blob_key, store_id) SELECT key, $8 FROM entry ON CONFLICT DO NOTHING)
      SELECT key, size, media_type FROM entry""";

  private final Database database;
  private final UUID store;
  private final HotMetadata hot;
  private final Charging charging;
  private final Retention retention;

  /**
   * @param store of this node's data folder
   */
  Registrar(
      Database database, UUID store, HotMetadata hot, Charging charging, Retention retention) {
    this.database = database;
    this.store = store;
    this.hot = hot;
    this.charging = charging;
    this.retention = retention;
  }

  /**
   * Enters a file; the first entry's media type, origin, tenant and owner stay, and the class that
   * is missed most. What is beyond the tenant's quota is refused before it is put in its place.
   *
   * @param place puts the file in its place on this node
   */
  Future<Blob> register(Blob blob, Provenance from, Supplier<Future<?>> place) {
    String owner = from.origin().equals(RECOVERED) ? RECOVERED : from.owner();
    Claim claim =
        new Claim(
            blob.key(),
            blob.size(),
            from.tenant(),
            owner,
            from.storageClass(),
            retention.life(from.tenant(), from.storageClass()));
    return database
        .writer()
        .withTransaction(
            connection ->
                charging
                    .admit(connection, claim)
                    .compose(room -> enter(connection, blob, from))
                    .compose(
                        entered ->
                            place
                                .get()
                                .compose(placed -> charging.hold(connection, claim))
                                .map(entered)))
        .compose(hot::keep);
  }

  private Future<Blob> enter(SqlConnection connection, Blob blob, Provenance from) {
    return connection
        .preparedQuery(ENTER)
        .execute(
            Tuple.of(blob.key(), blob.size(), blob.mediaType(), from.origin(), from.tenant())
                .addString(from.owner())
                .addString(from.storageClass().word())
                .addUUID(store))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Blob(
                  row.getString("key"), row.getLong("size"), row.getString("media_type"));
            });
  }
}
