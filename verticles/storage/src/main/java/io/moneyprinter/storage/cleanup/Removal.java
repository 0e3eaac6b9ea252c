package io.moneyprinter.storage.cleanup;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.storage.home.HomeRemoval;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the bytes of files that are marked, then their entries. Every node removes what lies on
 * its own disk; what lies in buckets, any. Each file under the lock of its row, so that whoever
 * stores the same bytes again waits, and puts them there anew. May be cut off anywhere: what was
 * removed is written down only afterwards, and removed again otherwise, which does no harm.
 */
public final class Removal {
  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
  private static final int BATCH = 100;

  /** A node that has not been heard of for so long need not say that it removed its copies. */
  private static final String AWAY = "interval '30 days'";

  private static final String MARKED =
      """
      SELECT key FROM blob WHERE deleting_at IS NOT NULL AND key > $1 ORDER BY key LIMIT\s"""
          + BATCH;

  private static final String PENDING =
      "SELECT count(*) AS files FROM blob WHERE deleting_at IS NOT NULL";

  private static final String LOCK =
      """
      SELECT 1 FROM blob WHERE key = $1 AND deleting_at IS NOT NULL
      FOR UPDATE SKIP LOCKED""";

  private static final String NO_PLACE = "DELETE FROM place WHERE blob_key = $1 AND store_id = $2";

  private static final String FINISH =
      """
      DELETE FROM blob WHERE key = $1
        AND NOT EXISTS (SELECT 1 FROM home WHERE home.blob_key = key
          AND (bucket NOT LIKE 'vault/%' OR EXISTS (SELECT 1 FROM store
            WHERE bucket = 'vault/' || id::text AND seen_at > now() -\s"""
          + AWAY
          + """
      )))
        AND NOT EXISTS (SELECT 1 FROM place JOIN store ON id = store_id
          WHERE place.blob_key = key AND seen_at > now() -\s"""
          + AWAY
          + """
      )
        AND NOT EXISTS (SELECT 1 FROM upload JOIN store ON id = store_id
          WHERE upload.blob_key = key AND seen_at > now() -\s"""
          + AWAY
          + ")";

  private final Database database;
  private final UUID store;
  private final Function<String, Future<Void>> plain;
  private final HomeRemoval homes;
  private final CleanupMeters meters;

  /**
   * @param store of this node's data folder
   * @param plain removes the plain file of a key from this node
   */
  Removal(
      Database database,
      UUID store,
      Function<String, Future<Void>> plain,
      HomeRemoval homes,
      CleanupMeters meters) {
    this.database = database;
    this.store = store;
    this.plain = plain;
    this.homes = homes;
    this.meters = meters;
  }

  /** Removes what can be removed from here. */
  public Future<Void> run() {
    return from("")
        .compose(done -> database.writer().query(PENDING).execute())
        .onSuccess(rows -> meters.pending(rows.iterator().next().getLong("files")))
        .mapEmpty();
  }

  private Future<Void> from(String after) {
    return database
        .writer()
        .preparedQuery(MARKED)
        .execute(Tuple.of(after))
        .compose(
            rows -> {
              List<String> keys = new ArrayList<>();
              rows.forEach(row -> keys.add(row.getString("key")));
              Future<Void> all = Future.succeededFuture();
              for (String key : keys) {
                all = all.compose(before -> one(key));
              }
              return keys.size() < BATCH
                  ? all
                  : all.compose(done -> from(keys.get(keys.size() - 1)));
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
                    .compose(
                        rows ->
                            rows.size() == 0 ? Future.succeededFuture() : removed(connection, key)))
        .recover(
            cause -> {
              LOG.warn("The file {} is removed later: {}", key, cause.getMessage());
              return Future.succeededFuture();
            });
  }

  private Future<Void> removed(SqlConnection connection, String key) {
    return plain
        .apply(key)
        .compose(gone -> connection.preparedQuery(NO_PLACE).execute(Tuple.of(key, store)))
        .compose(gone -> homes.remove(connection, key))
        .compose(gone -> connection.preparedQuery(FINISH).execute(Tuple.of(key)))
        .mapEmpty();
  }
}
