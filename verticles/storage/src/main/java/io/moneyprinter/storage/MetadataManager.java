package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/**
 * The books of the store. Everything is read from the writing side: a file that was committed a
 * moment ago has to be found.
 */
final class MetadataManager {
  /** The origin of a file whose entry was lost, until somebody commits the same bytes again. */
  static final String RECOVERED = "recovered";

  private static final String REGISTER =
      """
      INSERT INTO blob AS known (key, size, media_type, origin, tenant)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (key) DO UPDATE SET
        size = excluded.size,
        media_type = CASE known.origin WHEN 'recovered' THEN excluded.media_type
                     ELSE known.media_type END,
        tenant = CASE known.origin WHEN 'recovered' THEN excluded.tenant ELSE known.tenant END,
        origin = CASE known.origin WHEN 'recovered' THEN excluded.origin ELSE known.origin END,
        last_used = now()
      RETURNING key, size, media_type""";

  private static final String FIND = "SELECT key, size, media_type FROM blob WHERE key = $1";

  private static final String REMEMBER =
      "INSERT INTO result (work_key, blob_key) VALUES ($1, $2) ON CONFLICT DO NOTHING";

  private static final String RECALL =
      """
      SELECT key, size, media_type, last_used < now() - interval '1 hour' AS long_unused
      FROM result JOIN blob ON key = blob_key
      WHERE work_key = $1""";

  private static final String TOUCH = "UPDATE blob SET last_used = now() WHERE key = $1";

  private static final String FORGET = "DELETE FROM blob WHERE key = $1";

  private final Database database;

  MetadataManager(Database database) {
    this.database = database;
  }

  /** Enters a file; the first entry's media type, origin and tenant stay. */
  Future<Blob> register(Blob blob, String origin, String tenant) {
    return run(REGISTER, Tuple.of(blob.key(), blob.size(), blob.mediaType(), origin, tenant))
        .map(rows -> blobOf(rows.iterator().next()));
  }

  Future<Optional<Blob>> find(String key) {
    return run(FIND, Tuple.of(key)).map(rows -> first(rows).map(MetadataManager::blobOf));
  }

  /** Notes a result unless one is noted already. */
  Future<Void> remember(String workKey, String blobKey) {
    return run(REMEMBER, Tuple.of(workKey, blobKey)).mapEmpty();
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
    return run(FORGET, Tuple.of(key)).mapEmpty();
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
