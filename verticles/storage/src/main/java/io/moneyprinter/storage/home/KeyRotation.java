package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.sealing.KeyWrapper;
import io.moneyprinter.platform.sealing.WrappedKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps data keys anew with the current key, so that an old one can be thrown away; the objects
 * stay as they are. Row by row, each in one statement that takes effect only while the row is as it
 * was read: it may be cut off anywhere, and any number of nodes may do it at once.
 */
public final class KeyRotation {
  private static final int BATCH = 100;

  private static final String OLD =
      """
      SELECT blob_key, bucket, key_id, data_key FROM %s
      WHERE key_id <> $1 AND key_id = ANY($2) AND (blob_key, bucket) > ($3, $4)
      ORDER BY blob_key, bucket LIMIT\s"""
          + BATCH;

  private static final String WRAP =
      """
      UPDATE %s SET key_id = $1, data_key = $2
      WHERE blob_key = $3 AND bucket = $4 AND key_id = $5 AND data_key = $6""";

  private static final String UNKNOWN =
      """
      SELECT key_id, count(*) AS files FROM home
      WHERE key_id IS NOT NULL AND NOT key_id = ANY($1) GROUP BY key_id ORDER BY key_id""";

  private static final List<String> TABLES = List.of("home", "upload");

  private final Database database;
  private final KeyWrapper keys;

  public KeyRotation(Database database, KeyWrapper keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Wraps all that is wrapped with another known key; answers how many it were. */
  public Future<Integer> run() {
    return keys.refresh()
        .compose(known -> table(TABLES.get(0)))
        .compose(homes -> table(TABLES.get(1)).map(more -> homes + more));
  }

  private Future<Integer> table(String table) {
    return batch(table, "", "", 0);
  }

  private Future<Integer> batch(String table, String key, String bucket, int done) {
    String[] known = keys.known().toArray(String[]::new);
    return database
        .writer()
        .preparedQuery(OLD.formatted(table))
        .execute(Tuple.of(keys.current(), known, key, bucket))
        .compose(
            rows -> {
              List<Row> list = new ArrayList<>();
              rows.forEach(list::add);
              if (list.isEmpty()) {
                return Future.succeededFuture(done);
              }
              Row last = list.get(list.size() - 1);
              return each(table, list, 0)
                  .compose(
                      wrapped ->
                          batch(
                              table,
                              last.getString("blob_key"),
                              last.getString("bucket"),
                              done + wrapped));
            });
  }

  private Future<Integer> each(String table, List<Row> rows, int done) {
    Future<Integer> all = Future.succeededFuture(done);
    for (Row row : rows) {
      all = all.compose(count -> wrap(table, row).map(changed -> count + changed));
    }
    return all;
  }

  private Future<Integer> wrap(String table, Row row) {
    String context = row.getString("blob_key");
    Buffer old = row.getBuffer("data_key");
    return keys.rewrap(new WrappedKey(row.getString("key_id"), old.getBytes()), context)
        .compose(
            fresh ->
                database
                    .writer()
                    .preparedQuery(WRAP.formatted(table))
                    .execute(
                        Tuple.of(
                            fresh.keyId(),
                            Buffer.buffer(fresh.bytes()),
                            context,
                            row.getString("bucket"),
                            row.getString("key_id"),
                            old)))
        .map(io.vertx.sqlclient.SqlResult::rowCount);
  }

  /** Fails where keys cannot be used, or files are encrypted by keys that nobody has. */
  public Future<?> check() {
    return keys.refresh().compose(usable -> unknown());
  }

  private Future<String> unknown() {
    return database
        .writer()
        .preparedQuery(UNKNOWN)
        .execute(Tuple.of((Object) keys.known().toArray(String[]::new)))
        .map(
            rows -> {
              for (Row row : rows) {
                throw new ServiceFailure(
                    FailureCode.RESOURCE,
                    row.getLong("files")
                        + " stored files are encrypted by the key '"
                        + row.getString("key_id")
                        + "', which storage.encryption.keys does not have: put it back");
              }
              return keys.current();
            });
  }
}
