package io.moneyprinter.storage.orphans;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.ObjectStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Removes what the books do not have, each after another look. Meanwhile nobody can enter a file of
 * that key: its row is locked, or its name taken by one that is never committed.
 */
final class OrphanRemoval {
  private static final int KEY = 64;

  private static final String TAKE =
      """
      INSERT INTO blob (key, size, media_type, origin, tenant) VALUES ($1, 1, '', 'orphan', '')
      ON CONFLICT DO NOTHING""";

  private static final String LOCK = "SELECT 1 FROM blob WHERE key = $1 FOR UPDATE";

  private static final String FORGET =
      """
      DELETE FROM blob WHERE key = $1 AND deleting_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE legal_hold.blob_key = key)
        AND NOT EXISTS (SELECT 1 FROM place WHERE place.blob_key = key)
        AND NOT EXISTS (SELECT 1 FROM home WHERE home.blob_key = key)
        AND NOT EXISTS (SELECT 1 FROM upload WHERE upload.blob_key = key)""";

  private final Database database;
  private final OrphanBooks books;
  private final String store;
  private final Path root;
  private final WorkerPools pools;
  private final Function<String, Future<Void>> forget;

  /**
   * @param store name of this node's data folder
   * @param root the data folder
   * @param forget takes a file out of what is remembered of files asked for lately
   */
  OrphanRemoval(
      Database database,
      OrphanBooks books,
      String store,
      Path root,
      WorkerPools pools,
      Function<String, Future<Void>> forget) {
    this.database = database;
    this.books = books;
    this.store = store;
    this.root = root;
    this.pools = pools;
    this.forget = forget;
  }

  /** Removes a file of this node's data folder, or an entry; does nothing when it is known now. */
  Future<Void> ofFolder(Orphan orphan) {
    String name = orphan.name();
    return switch (orphan.kind()) {
      case PLAIN -> plain(name);
      case SEALED ->
          unless(
              () -> books.housed("vault/" + store, List.of(name)), name, () -> file("vault", name));
      case OUTGOING ->
          unless(() -> books.sent(store, List.of(name)), name, () -> file("outbox", name));
      case STAGED -> file("staging", name);
      case LOST ->
          database
              .writer()
              .preparedQuery(FORGET)
              .execute(Tuple.of(name))
              .compose(gone -> forget.apply(name));
      case OBJECT, MULTIPART ->
          throw new IllegalArgumentException("Not of a data folder: " + orphan);
    };
  }

  private Future<Void> plain(String name) {
    String bare = name.substring(name.lastIndexOf('/') + 1);
    return Blob.isKey(bare)
        ? alone(
            bare,
            (connection, fresh) -> fresh ? file("blobs", name) : Future.<Void>succeededFuture())
        : file("blobs", name);
  }

  /** Removes an object, or ends an upload in parts; does nothing when it is known now. */
  Future<Void> ofBucket(ObjectStore bucket, Orphan orphan) {
    if (orphan.detail().isPresent()) {
      String object = orphan.name().substring(0, orphan.name().indexOf(' '));
      String id = orphan.detail().get();
      return unless(
          () -> books.uploaded(bucket.name(), List.of(id)),
          id,
          () -> bucket.abandon(object, new BegunUpload(id, 1)));
    }
    String name = orphan.name();
    String key = name.substring(name.lastIndexOf('/') + 1).substring(0, KEY);
    return alone(
        key,
        (connection, fresh) ->
            unless(
                () -> books.housed(bucket.name(), List.of(name)), name, () -> bucket.delete(name)));
  }

  private static Future<Void> unless(
      Supplier<Future<Set<String>>> known, String name, Supplier<Future<Void>> remove) {
    return known
        .get()
        .compose(names -> names.contains(name) ? Future.succeededFuture() : remove.get());
  }

  private Future<Void> file(String folder, String name) {
    return pools
        .run(Pool.CRYPTO, () -> new FolderFiles(root.resolve(folder)).remove(name))
        .mapEmpty();
  }

  /** Something to do while nobody else can enter a file. */
  private interface Work {
    /**
     * @param fresh whether the books had no entry
     */
    Future<Void> run(SqlConnection connection, boolean fresh);
  }

  private Future<Void> alone(String key, Work work) {
    return database.writer().withConnection(connection -> alone(connection, key, work));
  }

  private static Future<Void> alone(SqlConnection connection, String key, Work work) {
    return connection
        .begin()
        .compose(
            transaction ->
                connection
                    .preparedQuery(TAKE)
                    .execute(Tuple.of(key))
                    .compose(
                        taken ->
                            connection
                                .preparedQuery(LOCK)
                                .execute(Tuple.of(key))
                                .compose(locked -> work.run(connection, taken.rowCount() > 0)))
                    .eventually(transaction::rollback));
  }
}
