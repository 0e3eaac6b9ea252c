package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The books of the store. Everything is read from the writing side: a file that was committed a
 * moment ago has to be found.
 */
final class MetadataManager {
  /** The origin of a file whose entry was lost, until somebody commits the same bytes again. */
  static final String RECOVERED = "recovered";

  /** In their order: the later is missed more. */
  private static final String[] CLASSES =
      Arrays.stream(StorageClass.values()).map(StorageClass::word).toArray(String[]::new);

  /** Who stored a file, and as what. */
  record Provenance(String origin, String tenant, String owner, StorageClass storageClass) {}

  private static final String REGISTER =
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
                         OR array_position($9::text[], excluded.class)
                            > array_position($9::text[], known.class)
                       THEN excluded.class ELSE known.class END,
          origin = CASE known.origin WHEN 'recovered' THEN excluded.origin ELSE known.origin END,
          last_used = now()
        RETURNING key, size, media_type),
      here AS (
        INSERT INTO place (blob_key, store_id) SELECT key, $8 FROM entry ON CONFLICT DO NOTHING)
      SELECT key, size, media_type FROM entry""";

  private static final String FIND = "SELECT key, size, media_type FROM blob WHERE key = $1";

  private static final String OWNED = "SELECT 1 FROM blob WHERE key = $1 AND tenant = $2";

  private static final String REMEMBER =
      """
      INSERT INTO result AS known (work_key, blob_key) VALUES ($1, $2)
      ON CONFLICT (work_key) DO UPDATE SET blob_key = excluded.blob_key
      WHERE known.blob_key = $3""";

  private static final String RECALL =
      """
      SELECT key, size, media_type, last_used < now() - interval '1 hour' AS long_unused
      FROM result JOIN blob ON key = blob_key
      WHERE work_key = $1""";

  private static final String TOUCH = "UPDATE blob SET last_used = now() WHERE key = $1";

  private static final String FORGET = "DELETE FROM blob WHERE key = $1";

  private final Database database;
  private final UUID store;
  private final HotMetadata hot;

  /**
   * @param store of this node's data folder
   */
  MetadataManager(Database database, UUID store, HotMetadata hot) {
    this.database = database;
    this.store = store;
    this.hot = hot;
  }

  /**
   * Enters a file that lies on this node; the first entry's media type, origin, tenant and owner
   * stay, and the class that is missed most.
   */
  Future<Blob> register(Blob blob, Provenance from) {
    return run(
            REGISTER,
            Tuple.of(blob.key(), blob.size(), blob.mediaType(), from.origin(), from.tenant())
                .addString(from.owner())
                .addString(from.storageClass().word())
                .addUUID(store)
                .addArrayOfString(CLASSES))
        .map(rows -> blobOf(rows.iterator().next()))
        .compose(hot::keep);
  }

  /** The entry, which may have been changed by hand up to an hour ago. */
  Future<Optional<Blob>> find(String key) {
    return hot.of(key, () -> entry(key));
  }

  /** The entry as it stands in the books now. */
  Future<Optional<Blob>> entry(String key) {
    return run(FIND, Tuple.of(key)).map(rows -> first(rows).map(MetadataManager::blobOf));
  }

  /** Whether the file was stored first for that tenant. */
  Future<Boolean> ownedBy(String key, String tenant) {
    return run(OWNED, Tuple.of(key, tenant)).map(rows -> rows.size() > 0);
  }

  /**
   * Notes a result unless one is noted already.
   *
   * @param lost a noted one that may be replaced, because it cannot be had; {@code null} for none
   */
  Future<Void> remember(String workKey, String blobKey, String lost) {
    return run(REMEMBER, Tuple.of(workKey, blobKey, lost)).mapEmpty();
  }

  /** The noted result. Its last use is written down at most once an hour. */
  Future<Optional<Blob>> recall(String workKey) {
    return run(RECALL, Tuple.of(workKey))
        .compose(
            rows -> {
              Optional<Row> found = first(rows);
              Future<?> touched =
                  found
                      .filter(row -> row.getBoolean("long_unused"))
                      .<Future<?>>map(row -> run(TOUCH, Tuple.of(row.getString("key"))))
                      .orElseGet(Future::succeededFuture);
              return touched.map(found.map(MetadataManager::blobOf));
            });
  }

  /** Strikes out a file that is gone, and the results that named it. */
  Future<Void> forget(String key) {
    return run(FORGET, Tuple.of(key)).compose(gone -> hot.forget(key));
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private static Blob blobOf(Row row) {
    return new Blob(row.getString("key"), row.getLong("size"), row.getString("media_type"));
  }
}
