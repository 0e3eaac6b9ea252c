package io.moneyprinter.storage.cache;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Plain copies of files that have a home elsewhere, in the room they are given: those used longest
 * ago give way first. A file whose only place is this disk is none of them.
 */
public final class LocalCache {
  private static final int BATCH = 1_000;

  /**
   * Whether a file has a home that this node can read it from again, and whether it is encrypted.
   */
  private static final String HOMES =
      """
      SELECT blob_key, bool_or(key_id IS NOT NULL) AS encrypted FROM home
      WHERE blob_key = ANY($1) AND bucket = ANY($2)
      GROUP BY blob_key""";

  private static final String LOST = "DELETE FROM place WHERE blob_key = ANY($1) AND store_id = $2";

  private record Copy(Path file, long size, Instant used) {
    String key() {
      return file.getFileName().toString();
    }
  }

  private final Database database;
  private final UUID store;
  private final Path blobs;
  private final WorkerPools pools;
  private final CacheConfig config;
  private final String[] homes;

  /**
   * @param store of this node's data folder
   * @param blobs its folder of plain files
   * @param homes names of the stores that this node can read from
   */
  public LocalCache(
      Database database,
      UUID store,
      Path blobs,
      WorkerPools pools,
      CacheConfig config,
      Collection<String> homes) {
    this.database = database;
    this.store = store;
    this.blobs = blobs;
    this.pools = pools;
    this.config = config;
    this.homes = homes.toArray(String[]::new);
  }

  /** Removes what has to give way; answers with the bytes that became free. */
  public Future<Long> sweep(Instant now) {
    return pools
        .run(Pool.CRYPTO, this::files)
        .compose(
            files -> encrypted(files, 0, new HashMap<>()).map(homes -> doomed(files, homes, now)))
        .compose(this::remove);
  }

  private List<Copy> files() throws IOException {
    List<Copy> found = new ArrayList<>();
    if (!Files.isDirectory(blobs)) {
      return found;
    }
    try (Stream<Path> all = Files.walk(blobs)) {
      for (Path file : all.filter(path -> Blob.isKey(path.getFileName().toString())).toList()) {
        try {
          found.add(new Copy(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
          continue; // Went meanwhile.
        }
      }
    }
    found.sort(Comparator.comparing(Copy::used));
    return found;
  }

  private Future<Map<String, Boolean>> encrypted(
      List<Copy> files, int from, Map<String, Boolean> found) {
    if (from >= files.size()) {
      return Future.succeededFuture(found);
    }
    int to = Math.min(files.size(), from + BATCH);
    String[] keys = files.subList(from, to).stream().map(Copy::key).toArray(String[]::new);
    return database
        .writer()
        .preparedQuery(HOMES)
        .execute(Tuple.tuple().addArrayOfString(keys).addArrayOfString(homes))
        .compose(
            rows -> {
              for (Row row : rows) {
                found.put(row.getString("blob_key"), row.getBoolean("encrypted"));
              }
              return encrypted(files, to, found);
            });
  }

  private List<Copy> doomed(List<Copy> files, Map<String, Boolean> homes, Instant now) {
    List<Copy> copies = files.stream().filter(file -> homes.containsKey(file.key())).toList();
    long room = copies.stream().mapToLong(Copy::size).sum() - config.size().bytes();
    List<Copy> doomed = new ArrayList<>();
    for (Copy copy : copies) {
      boolean idle = Duration.between(copy.used(), now).compareTo(config.keep()) > 0;
      if (idle && (room > 0 || homes.get(copy.key()))) {
        doomed.add(copy);
        room -= copy.size();
      }
    }
    return doomed;
  }

  /** The books first: who reads them meanwhile must not count on a file that goes. */
  private Future<Long> remove(List<Copy> doomed) {
    if (doomed.isEmpty()) {
      return Future.succeededFuture(0L);
    }
    String[] keys = doomed.stream().map(Copy::key).toArray(String[]::new);
    return database
        .writer()
        .preparedQuery(LOST)
        .execute(Tuple.of(keys, store))
        .compose(
            struck ->
                pools.run(
                    Pool.CRYPTO,
                    () -> {
                      long freed = 0;
                      for (Copy copy : doomed) {
                        freed += Files.deleteIfExists(copy.file()) ? copy.size() : 0;
                      }
                      return freed;
                    }));
  }
}
