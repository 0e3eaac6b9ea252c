package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.CallContext;
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
  private static final String FIND =
      "SELECT key, size, media_type FROM blob WHERE key = $1 AND deleting_at IS NULL";

  private static final String DOOMED =
      "SELECT 1 FROM blob WHERE key = $1 AND deleting_at IS NOT NULL";

  private static final String OWNED = "SELECT 1 FROM holder WHERE blob_key = $1 AND tenant = $2";

  private static final String REMEMBER =
      """
      INSERT INTO result AS known (work_key, blob_key) VALUES ($1, $2)
      ON CONFLICT (work_key) DO UPDATE SET blob_key = excluded.blob_key
      WHERE known.blob_key = $3""";

  private static final String RECALL =
      """
      SELECT key, size, media_type, last_used < now() - interval '1 hour' AS long_unused,
        NOT EXISTS (SELECT 1 FROM holder WHERE holder.blob_key = key AND holder.tenant = $2)
          AS stranger
      FROM result JOIN blob ON key = blob_key
      WHERE work_key = $1 AND deleting_at IS NULL""";

  /** Whoever is given a result is charged for it like whoever made it, and may count on it. */
  private static final String JOIN =
      """
      INSERT INTO holder (blob_key, tenant, owner, class, size)
      SELECT key, $2, $3, class, size FROM blob WHERE key = $1
      ON CONFLICT DO NOTHING""";

  private static final String TOUCH =
      "UPDATE blob SET last_used = now() WHERE key = $1 AND deleting_at IS NULL";

  /** What is under legal hold stays in the books even when its file is lost. */
  private static final String FORGET =
      """
      DELETE FROM blob WHERE key = $1
        AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE blob_key = key)""";

  private final Database database;
  private final HotMetadata hot;

  MetadataManager(Database database, HotMetadata hot) {
    this.database = database;
    this.hot = hot;
  }

  /**
   * The entry, which may have been changed by hand up to an hour ago. Asking counts as a use, at
   * most once in that time.
   */
  Future<Optional<Blob>> find(String key) {
    return hot.of(
        key,
        () ->
            entry(key)
                .compose(
                    found ->
                        found.isEmpty()
                            ? Future.succeededFuture(found)
                            : run(TOUCH, Tuple.of(key))
                                .map(rows -> rows.rowCount() > 0 ? found : Optional.empty())));
  }

  /** The entry as it stands in the books now. */
  Future<Optional<Blob>> entry(String key) {
    return run(FIND, Tuple.of(key)).map(rows -> first(rows).map(MetadataManager::blobOf));
  }

  /** Whether that tenant stored the file. */
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

  /**
   * The noted result, which the caller's tenant holds from now on. Its last use is written down at
   * most once an hour.
   */
  Future<Optional<Blob>> recall(String workKey) {
    CallContext caller = CallContext.currentOrSystem();
    return run(RECALL, Tuple.of(workKey, caller.tenant()))
        .compose(
            rows -> {
              Optional<Row> found = first(rows);
              return found.isEmpty()
                  ? Future.succeededFuture(Optional.empty())
                  : used(found.get(), caller)
                      .map(there -> there ? found.map(MetadataManager::blobOf) : Optional.empty());
            });
  }

  /** Whether it is still there: it may have been long unused, and be removed just now. */
  private Future<Boolean> used(Row row, CallContext caller) {
    String key = row.getString("key");
    Future<Boolean> touched =
        row.getBoolean("long_unused")
            ? run(TOUCH, Tuple.of(key)).map(rows -> rows.rowCount() > 0)
            : Future.succeededFuture(true);
    return touched.compose(
        there ->
            there && row.getBoolean("stranger")
                ? run(JOIN, Tuple.of(key, caller.tenant(), caller.subject())).map(true)
                : Future.succeededFuture(there));
  }

  /** Whether it is being removed. */
  Future<Boolean> doomed(String key) {
    return run(DOOMED, Tuple.of(key)).map(rows -> rows.size() > 0);
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
