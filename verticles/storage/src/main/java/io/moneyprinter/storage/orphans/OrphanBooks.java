package io.moneyprinter.storage.orphans;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The books of what was found where, and what the other books know of it. */
final class OrphanBooks {
  private static final String BEGIN =
      """
      INSERT INTO orphan_scan AS known (store, node, begun_at) VALUES ($1, $2, clock_timestamp())
      ON CONFLICT (store) DO UPDATE SET node = $2, begun_at = excluded.begun_at
      WHERE known.begun_at <= now() - $3 * interval '1 ms' RETURNING begun_at""";

  private static final String NOTE =
      """
      INSERT INTO orphan AS known (store, kind, name, detail, size, checked_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (store, kind, name) DO UPDATE SET checked_at = $6, size = $5, detail = $4""";

  private static final String END =
      """
      WITH gone AS (DELETE FROM orphan WHERE store = $1 AND checked_at < $2)
      UPDATE orphan_scan SET done_at = now(), files = $3 WHERE store = $1""";

  private static final String DUE =
      """
      SELECT kind, name, detail, size FROM orphan
      WHERE store = $1 AND seen_at <= now() - $2 * interval '1 ms' ORDER BY seen_at, kind, name""";

  private static final String CLEARED =
      "DELETE FROM orphan WHERE store = $1 AND kind = $2 AND name = $3";

  private static final String ENTERED = "SELECT key AS name FROM blob WHERE key = ANY($1)";

  private static final String HOUSED =
      """
      SELECT object AS name FROM home WHERE bucket = $2 AND object = ANY($1)
      UNION SELECT object FROM upload WHERE bucket = $2 AND object = ANY($1)""";

  private static final String SENT =
      """
      SELECT regexp_replace(object, '.*/', '') AS name FROM upload
      WHERE store_id::text = $2 AND regexp_replace(object, '.*/', '') = ANY($1)""";

  private static final String UPLOADED =
      "SELECT upload_id AS name FROM upload WHERE bucket = $2 AND upload_id = ANY($1)";

  private static final String LOST =
      """
      SELECT key, size FROM blob WHERE deleting_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM place WHERE place.blob_key = key)
        AND NOT EXISTS (SELECT 1 FROM home WHERE home.blob_key = key)
        AND NOT EXISTS (SELECT 1 FROM upload WHERE upload.blob_key = key)
      ORDER BY key LIMIT 10000""";

  private static final String ENTRIES =
      "SELECT count(*) AS entries FROM blob WHERE deleting_at IS NULL";

  private final Database database;

  OrphanBooks(Database database) {
    this.database = database;
  }

  /** Begins to look a place through, if it was not looked through so lately; when that was. */
  Future<Optional<OffsetDateTime>> begin(String store, String node, Duration pause) {
    return run(BEGIN, Tuple.of(store, node, (double) pause.toMillis()))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getOffsetDateTime("begun_at")));
  }

  Future<Void> note(String store, Orphan found, OffsetDateTime scan) {
    return run(
            NOTE,
            Tuple.of(
                store,
                found.kind().word(),
                found.name(),
                found.detail().orElse(null),
                found.size(),
                scan))
        .mapEmpty();
  }

  /** What was not found again is forgotten. */
  Future<Void> end(String store, OffsetDateTime scan, long files) {
    return run(END, Tuple.of(store, scan, files)).mapEmpty();
  }

  /** What was found first longer ago than that. */
  Future<List<Orphan>> due(String store, Duration grace) {
    return run(DUE, Tuple.of(store, (double) grace.toMillis()))
        .map(
            rows -> {
              List<Orphan> due = new ArrayList<>();
              rows.forEach(row -> due.add(orphanOf(row)));
              return due;
            });
  }

  private static Orphan orphanOf(Row row) {
    return new Orphan(
        Orphan.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        row.getLong("size"),
        Optional.ofNullable(row.getString("detail")));
  }

  Future<Void> cleared(String store, Orphan gone) {
    return run(CLEARED, Tuple.of(store, gone.kind().word(), gone.name())).mapEmpty();
  }

  /** Which of the keys have an entry. */
  Future<Set<String>> entered(List<String> keys) {
    return names(ENTERED, Tuple.tuple().addArrayOfString(keys.toArray(String[]::new)));
  }

  /** Which of the objects are homes in that store, or on their way to one. */
  Future<Set<String>> housed(String bucket, List<String> objects) {
    return names(HOUSED, of(objects, bucket));
  }

  /** Which of the files in the outbox of a data folder are still sent. */
  Future<Set<String>> sent(String store, List<String> files) {
    return names(SENT, of(files, store));
  }

  /** Which uploads in parts to a bucket are gone on with. */
  Future<Set<String>> uploaded(String bucket, List<String> ids) {
    return names(UPLOADED, of(ids, bucket));
  }

  private static Tuple of(List<String> names, String place) {
    return Tuple.tuple().addArrayOfString(names.toArray(String[]::new)).addString(place);
  }

  /** Entries whose file is nowhere; ten thousand at most. */
  Future<List<Orphan>> lost() {
    return run(LOST, Tuple.tuple())
        .map(
            rows -> {
              List<Orphan> lost = new ArrayList<>();
              rows.forEach(
                  row ->
                      lost.add(
                          Orphan.of(Orphan.Kind.LOST, row.getString("key"), row.getLong("size"))));
              return lost;
            });
  }

  /** How many entries there are. */
  Future<Long> entries() {
    return run(ENTRIES, Tuple.tuple()).map(rows -> rows.iterator().next().getLong("entries"));
  }

  private Future<Set<String>> names(String sql, Tuple values) {
    return run(sql, values)
        .map(
            rows -> {
              Set<String> names = new HashSet<>();
              rows.forEach(row -> names.add(row.getString("name")));
              return names;
            });
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
