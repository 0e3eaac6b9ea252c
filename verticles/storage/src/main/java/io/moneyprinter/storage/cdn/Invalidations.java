package io.moneyprinter.storage.cdn;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the CDN has to forget. Each path is written down before its object is deleted, and struck
 * out when CloudFront took it: whatever stops either, it is asked again, of whichever node comes
 * first.
 */
public final class Invalidations {
  /** CloudFront takes 3,000 paths under way at once; others may have some. */
  private static final int BATCH = 1_000;

  private static final String ADD =
      """
      INSERT INTO cdn_invalidation (path, due) VALUES ($1, now() + $2 * interval '1 second')
      ON CONFLICT (path) DO UPDATE SET due = excluded.due""";

  /** How long deleting an object may take; nobody waits for it unless the process stops then. */
  private static final int DELETION_SECONDS = 120;

  private static final String NEXT =
      """
      SELECT path, due::text AS time FROM cdn_invalidation WHERE due <= now()
      ORDER BY due, path LIMIT %d FOR UPDATE SKIP LOCKED"""
          .formatted(BATCH);

  private static final String DONE = "DELETE FROM cdn_invalidation WHERE path = ANY($1)";

  private final Database database;
  private final CdnConfig config;
  private final CloudFrontApi api;
  private volatile Throwable trouble;

  /**
   * @param config with a distribution
   */
  public Invalidations(Vertx vertx, Database database, CdnConfig config) {
    this.database = database;
    this.config = config;
    this.api = new CloudFrontApi(vertx, config);
  }

  /**
   * Notes an object that is about to be deleted.
   *
   * @param key whole name in the bucket, its prefix included
   */
  Future<Void> announce(String key) {
    return note(key, DELETION_SECONDS);
  }

  /** Notes an object that is gone now. */
  Future<Void> gone(String key) {
    return note(key, 0);
  }

  private Future<Void> note(String key, int seconds) {
    return config
        .path(key)
        .map(
            path ->
                database
                    .writer()
                    .preparedQuery(ADD)
                    .execute(Tuple.of(path, seconds))
                    .<Void>mapEmpty())
        .orElseGet(Future::succeededFuture);
  }

  /** Has the CDN forget what was noted; answers how many paths it took. */
  public Future<Integer> run() {
    return database
        .writer()
        .withTransaction(this::batch)
        .onSuccess(done -> trouble = null)
        .onFailure(cause -> trouble = cause)
        .compose(done -> done < BATCH ? Future.succeededFuture(done) : run());
  }

  private Future<Integer> batch(SqlConnection transaction) {
    return transaction
        .query(NEXT)
        .execute()
        .compose(
            rows -> {
              List<String> paths = new ArrayList<>();
              StringBuilder times = new StringBuilder();
              for (Row row : rows) {
                paths.add(row.getString("path"));
                times.append(row.getString("path")).append(row.getString("time"));
              }
              return paths.isEmpty()
                  ? Future.succeededFuture(0)
                  : api.invalidate(hash(times.toString()), paths)
                      .compose(
                          taken ->
                              transaction
                                  .preparedQuery(DONE)
                                  .execute(Tuple.of((Object) paths.toArray(String[]::new))))
                      .map(paths.size());
            });
  }

  private static String hash(String text) {
    byte[] digest = Sha256.of(text);
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  /** Fails with why CloudFront was last asked in vain. */
  public Future<?> check() {
    Throwable cause = trouble;
    return cause == null ? Future.succeededFuture() : Future.failedFuture(cause);
  }

  /** Frees connections. */
  public Future<Void> close() {
    api.close();
    return Future.succeededFuture();
  }
}
