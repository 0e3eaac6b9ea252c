package io.moneyprinter.storage.orphans;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.storage.orphans.FolderFiles.Found;
import io.moneyprinter.storage.orphans.Orphan.Kind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Looks this node's data folder through for files that the books do not have. On the way the books
 * learn which of the files that they have lie here, and which do not any more.
 */
final class FolderScan {
  private static final int BATCH = 1_000;

  private static final String HERE =
      """
      INSERT INTO place (blob_key, store_id)
      SELECT key, $2::uuid FROM blob WHERE key = ANY($1) AND deleting_at IS NULL
      ON CONFLICT DO NOTHING""";

  private static final String PLACES =
      """
      SELECT blob_key FROM place WHERE store_id = $1 AND since < now() - interval '1 m'""";

  private static final String NOT_HERE =
      "DELETE FROM place WHERE store_id = $1 AND blob_key = ANY($2)";

  private final Database database;
  private final OrphanBooks books;
  private final UUID store;
  private final Path root;
  private final WorkerPools pools;
  private final Duration stagingLife;

  /**
   * @param store name of the data folder
   * @param root the data folder
   * @param stagingLife after which a file that was begun is nobody's any more
   */
  FolderScan(
      Database database,
      OrphanBooks books,
      UUID store,
      Path root,
      WorkerPools pools,
      Duration stagingLife) {
    this.database = database;
    this.books = books;
    this.store = store;
    this.root = root;
    this.pools = pools;
    this.stagingLife = stagingLife;
  }

  /**
   * What was found.
   *
   * @param files how many files there are in all
   */
  record Findings(List<Orphan> orphans, long files) {}

  Future<Findings> run() {
    List<Orphan> found = new ArrayList<>();
    return files("blobs")
        .compose(
            plain ->
                strangers(plain, Kind.PLAIN, Found::bare, books::entered, found)
                    .compose(done -> agree(plain))
                    .map((long) plain.size()))
        .compose(
            plain ->
                files("vault")
                    .compose(
                        kept ->
                            strangers(
                                    kept,
                                    Kind.SEALED,
                                    Found::name,
                                    names -> books.housed("vault/" + store, names),
                                    found)
                                .map(plain + kept.size())))
        .compose(
            all ->
                files("outbox")
                    .compose(
                        outgoing ->
                            strangers(
                                outgoing,
                                Kind.OUTGOING,
                                Found::bare,
                                names -> books.sent(store.toString(), names),
                                found))
                    .compose(done -> files("staging"))
                    .map(
                        staged -> {
                          Instant before = Instant.now().minus(stagingLife);
                          staged.stream()
                              .filter(file -> file.changed().isBefore(before))
                              .forEach(
                                  file ->
                                      found.add(Orphan.of(Kind.STAGED, file.name(), file.size())));
                          return new Findings(found, all);
                        }));
  }

  private Future<List<Found>> files(String folder) {
    return pools.run(Pool.CRYPTO, () -> new FolderFiles(root.resolve(folder)).all());
  }

  private static Future<Void> strangers(
      List<Found> files,
      Kind kind,
      Function<Found, String> name,
      Function<List<String>, Future<Set<String>>> known,
      List<Orphan> found) {
    Future<Void> all = Future.succeededFuture();
    for (int from = 0; from < files.size(); from += BATCH) {
      List<Found> batch = files.subList(from, Math.min(files.size(), from + BATCH));
      all =
          all.compose(before -> known.apply(batch.stream().map(name).toList()))
              .map(
                  names -> {
                    batch.stream()
                        .filter(file -> !names.contains(name.apply(file)))
                        .forEach(file -> found.add(Orphan.of(kind, file.name(), file.size())));
                    return null;
                  });
    }
    return all;
  }

  /** Writes down what lies here, and strikes out what does not. */
  private Future<Void> agree(List<Found> files) {
    List<String> keys = files.stream().map(Found::bare).filter(Blob::isKey).toList();
    Set<String> here = new HashSet<>(keys);
    Future<Void> all = Future.succeededFuture();
    for (int from = 0; from < keys.size(); from += BATCH) {
      String[] batch =
          keys.subList(from, Math.min(keys.size(), from + BATCH)).toArray(String[]::new);
      Tuple values = Tuple.tuple().addArrayOfString(batch).addUUID(store);
      all = all.compose(before -> run(HERE, values));
    }
    return all.compose(done -> database.writer().preparedQuery(PLACES).execute(Tuple.of(store)))
        .compose(
            rows -> {
              List<String> missing = new ArrayList<>();
              rows.forEach(
                  row -> {
                    if (!here.contains(row.getString("blob_key"))) {
                      missing.add(row.getString("blob_key"));
                    }
                  });
              return missing.isEmpty() ? Future.succeededFuture() : notHere(missing);
            });
  }

  /** Looked at once more: one may have come while the folder was walked through. */
  private Future<Void> notHere(List<String> missing) {
    return pools
        .run(
            Pool.CRYPTO,
            () -> {
              Set<String> now = new HashSet<>();
              new FolderFiles(root.resolve("blobs")).all().forEach(file -> now.add(file.bare()));
              return missing.stream().filter(key -> !now.contains(key)).toList();
            })
        .compose(
            gone -> run(NOT_HERE, Tuple.of(store).addArrayOfString(gone.toArray(String[]::new))));
  }

  private Future<Void> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values).mapEmpty();
  }
}
