package io.moneyprinter.storage.home;

import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.ObjectStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** Removes files from the homes that this node reaches: buckets, and its own encrypted folder. */
public final class HomeRemoval {
  private static final String HOMES = "SELECT bucket, object FROM home WHERE blob_key = $1";

  private static final String LEFT = "DELETE FROM home WHERE blob_key = $1 AND bucket = $2";

  private static final String UPLOADS =
      """
      SELECT bucket, object, upload_id, part_size FROM upload
      WHERE blob_key = $1 AND store_id = $2""";

  private static final String GIVEN_UP =
      "DELETE FROM upload WHERE blob_key = $1 AND bucket = $2 AND store_id = $3";

  private final ObjectStores stores;
  private final UUID store;

  /**
   * @param store of this node's data folder
   */
  HomeRemoval(ObjectStores stores, UUID store) {
    this.stores = stores;
    this.store = store;
  }

  /** Removes the objects, then their entries, within a transaction that has locked the file. */
  public Future<Void> remove(SqlConnection connection, String key) {
    return connection
        .preparedQuery(UPLOADS)
        .execute(Tuple.of(key, store))
        .compose(
            rows -> {
              Future<Void> all = Future.succeededFuture();
              for (Row row : rows) {
                all = all.compose(before -> giveUp(connection, key, row));
              }
              return all;
            })
        .compose(given -> connection.preparedQuery(HOMES).execute(Tuple.of(key)))
        .compose(
            rows -> {
              Future<Void> all = Future.succeededFuture();
              for (Row row : rows) {
                all = all.compose(before -> leave(connection, key, row));
              }
              return all;
            });
  }

  private Future<Void> giveUp(SqlConnection connection, String key, Row row) {
    String bucket = row.getString("bucket");
    Optional<ObjectStore> in = stores.of(bucket);
    Future<Void> abandoned =
        in.isPresent() && row.getString("upload_id") != null
            ? in.get()
                .abandon(
                    row.getString("object"),
                    new BegunUpload(row.getString("upload_id"), row.getLong("part_size")))
            : Future.succeededFuture();
    return abandoned
        .compose(done -> connection.preparedQuery(GIVEN_UP).execute(Tuple.of(key, bucket, store)))
        .mapEmpty();
  }

  private Future<Void> leave(SqlConnection connection, String key, Row row) {
    String bucket = row.getString("bucket");
    Optional<ObjectStore> in = stores.of(bucket);
    if (in.isEmpty()) {
      return Future.succeededFuture(); // Of another node's disk, or of a bucket not set here.
    }
    return in.get()
        .delete(row.getString("object"))
        .compose(gone -> connection.preparedQuery(LEFT).execute(Tuple.of(key, bucket)))
        .mapEmpty();
  }
}
