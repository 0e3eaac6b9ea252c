package io.moneyprinter.storage.exchange;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The books of which data folder has which file, and how it is reached. */
public final class Places {
  /** A node that has not been heard of for so long is not asked. */
  private static final String SILENCE = "interval '60 seconds'";

  private static final String SEEN =
      """
      INSERT INTO store (id, node, address) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET node = $2, address = $3, seen_at = now()""";

  private static final String LEAVE = "UPDATE store SET address = NULL WHERE id = $1 AND node = $2";

  private static final String GONE = "UPDATE store SET address = NULL WHERE address = $1";

  private static final String HAS =
      "INSERT INTO place (blob_key, store_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";

  private static final String LOST = "DELETE FROM place WHERE blob_key = $1 AND store_id = $2";

  private static final String LOST_AT =
      """
      DELETE FROM place USING store
      WHERE blob_key = $1 AND store_id = store.id AND address = $2""";

  /** Other nodes that answer and have the file, plain or in their encrypted folder. */
  private static final String AT_PEERS =
      """
      FROM store
      WHERE id <> $2::uuid AND address IS NOT NULL AND seen_at > now() - %s
        AND (EXISTS (SELECT 1 FROM place WHERE blob_key = $1 AND store_id = id)
          OR EXISTS (SELECT 1 FROM home WHERE blob_key = $1 AND bucket = 'vault/' || id::text))
      """
          .formatted(SILENCE);

  private static final String PEERS = "SELECT address " + AT_PEERS + "ORDER BY seen_at DESC";

  private static final String ELSEWHERE =
      """
      SELECT
        EXISTS (SELECT 1 FROM home WHERE blob_key = $1 AND bucket NOT LIKE 'vault/%')
          OR EXISTS (SELECT 1 FROM home WHERE blob_key = $1 AND bucket = 'vault/' || ($2::uuid)::text)
          OR EXISTS (SELECT 1\s"""
          + AT_PEERS
          + """
          ) AS reachable,
        EXISTS (SELECT 1 FROM place WHERE blob_key = $1 AND store_id <> $2::uuid)
          OR EXISTS (SELECT 1 FROM home WHERE blob_key = $1) AS known""";

  private final Database database;
  private final UUID store;

  /** What the books say of a file that is not on this node. */
  public enum Elsewhere {
    /** It can be had. */
    REACHABLE,
    /** Who has it does not answer at present. */
    AWAY,
    /** Nobody has it. */
    NOWHERE
  }

  /**
   * @param store of this node's data folder
   */
  public Places(Database database, UUID store) {
    this.database = database;
    this.store = store;
  }

  /** The data folder of this node. */
  public UUID store() {
    return store;
  }

  /**
   * Says that this node works with its data folder.
   *
   * @param address where the others fetch its files; {@code null} when they cannot
   */
  Future<Void> seen(String node, String address) {
    return run(SEEN, Tuple.of(store, node, address)).mapEmpty();
  }

  /** Says that this node works no more, unless another one works with its folder. */
  Future<Void> leave(String node) {
    return run(LEAVE, Tuple.of(store, node)).mapEmpty();
  }

  /** Nobody answers at an address; who is there says so itself again. */
  Future<Void> gone(String address) {
    return run(GONE, Tuple.of(address)).mapEmpty();
  }

  /** This node has the file. */
  public Future<Void> has(String key) {
    return run(HAS, Tuple.of(key, store)).mapEmpty();
  }

  /** This node has it no more. */
  public Future<Void> lost(String key) {
    return run(LOST, Tuple.of(key, store)).mapEmpty();
  }

  /** Who is at an address has the file no more. */
  Future<Void> lostAt(String key, String address) {
    return run(LOST_AT, Tuple.of(key, address)).mapEmpty();
  }

  /** Addresses of other nodes that have the file, those heard of last first. */
  Future<List<String>> peers(String key) {
    return run(PEERS, Tuple.of(key, store));
  }

  /** Where else the file is. */
  public Future<Elsewhere> elsewhere(String key) {
    return database
        .writer()
        .preparedQuery(ELSEWHERE)
        .execute(Tuple.of(key, store))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              if (row.getBoolean("reachable")) {
                return Elsewhere.REACHABLE;
              }
              return row.getBoolean("known") ? Elsewhere.AWAY : Elsewhere.NOWHERE;
            });
  }

  private Future<List<String>> run(String sql, Tuple values) {
    return database
        .writer()
        .preparedQuery(sql)
        .execute(values)
        .map(
            rows -> {
              List<String> found = new ArrayList<>();
              rows.forEach(row -> found.add(row.getString(0)));
              return found;
            });
  }
}
