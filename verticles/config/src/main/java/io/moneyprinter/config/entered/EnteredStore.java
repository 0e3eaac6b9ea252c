package io.moneyprinter.config.entered;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entered settings in PostgreSQL, where nobody reads them without the key. */
public final class EnteredStore {
  private static final Logger LOG = LoggerFactory.getLogger(EnteredStore.class);
  private static final String LIST = "SELECT key, sealed FROM entered_setting ORDER BY key";
  private static final String DROP = "DELETE FROM entered_setting WHERE key = $1";
  private static final String PUT =
      """
      INSERT INTO entered_setting (key, sealed, changed_at, changed_by) VALUES ($1, $2, now(), $3)
      ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by""";

  private final Database database;
  private final Seal seal;

  private EnteredStore(Database database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  /**
   * Opens the store.
   *
   * @param key the operator's secret; without one it is made for this machine
   */
  public static Future<EnteredStore> open(Node node, Database database, Optional<String> key) {
    return node.pools()
        .run(Pool.CRYPTO, () -> new Seal(SealKey.read(key, node.data().root())))
        .map(seal -> new EnteredStore(database, seal));
  }

  /** All that can be read, by full key; what was sealed with another key is passed over. */
  public Future<Map<String, String>> all() {
    return database.writer().query(LIST).execute().map(this::opened);
  }

  private Map<String, String> opened(RowSet<Row> rows) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Row row : rows) {
      String key = row.getString("key");
      Optional<String> value = seal.open(key, row.getBuffer("sealed").getBytes());
      value.ifPresent(text -> values.put(key, text));
      if (value.isEmpty()) {
        LOG.warn(
            "{} was entered while another config.secret-key held: enter it again, or set that key",
            key);
      }
    }
    return values;
  }

  /** Keeps settings by full key; those that are empty go. All of them or none. */
  public Future<Void> put(Map<String, String> settings, String subject) {
    return database
        .writer()
        .withTransaction(
            connection -> {
              List<Future<?>> writes = new ArrayList<>();
              settings.forEach(
                  (key, value) ->
                      writes.add(
                          value.isEmpty()
                              ? connection.preparedQuery(DROP).execute(Tuple.of(key))
                              : connection
                                  .preparedQuery(PUT)
                                  .execute(
                                      Tuple.of(
                                          key, Buffer.buffer(seal.close(key, value)), subject))));
              return Future.all(writes).mapEmpty();
            });
  }
}
