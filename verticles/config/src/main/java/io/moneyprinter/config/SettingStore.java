package io.moneyprinter.config;

import io.moneyprinter.codecs.config.PutSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Settings and their latest versions, in PostgreSQL. */
final class SettingStore {
  private static final String COLUMNS = "key, value, version, changed_at, changed_by";

  private static final String FIND = "SELECT " + COLUMNS + " FROM setting WHERE key = $1";

  private static final String LIST =
      "SELECT " + COLUMNS + " FROM setting WHERE starts_with(key, $1) ORDER BY key";

  /**
   * One statement, and so one transaction: the row, its history cut to length, and the check of the
   * version replaced. No row comes back when that check fails.
   */
  private static final String WRITE =
      """
      WITH written AS (
        INSERT INTO setting AS known (key, value, version, changed_at, changed_by)
        SELECT $1, $2, 1, now(), $3
        WHERE coalesce($4::int, 0) = 0 OR EXISTS (SELECT FROM setting WHERE key = $1)
        ON CONFLICT (key) DO UPDATE SET
          value = excluded.value, version = known.version + 1,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by
        WHERE $4::int IS NULL OR known.version = $4::int
        RETURNING known.key, known.value, known.version, known.changed_at, known.changed_by
      ), noted AS (
        INSERT INTO setting_history (key, value, version, changed_at, changed_by)
        SELECT * FROM written
      ), cut AS (
        DELETE FROM setting_history AS old USING written
        WHERE old.key = written.key AND old.version <= written.version - $5::int
      )
      SELECT * FROM written""";

  private final Database database;
  private final int history;

  /**
   * @param history versions of each setting that are kept
   */
  SettingStore(Database database, int history) {
    this.database = database;
    this.history = history;
  }

  Future<Optional<Setting>> find(String key) {
    return run(FIND, Tuple.of(key)).map(SettingStore::first);
  }

  Future<List<Setting>> list(String prefix) {
    return run(LIST, Tuple.of(prefix))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(SettingStore::of).toList());
  }

  /** Writes the next version; empty when the setting is not at the expected one. */
  Future<Optional<Setting>> write(PutSetting setting, String subject) {
    return run(
            WRITE,
            Tuple.of(setting.key(), setting.value(), subject, setting.expectedVersion(), history))
        .map(SettingStore::first);
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static Optional<Setting> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(of(rows.iterator().next()));
  }

  private static Setting of(Row row) {
    return new Setting(
        row.getString("key"),
        row.getString("value"),
        row.getInteger("version"),
        row.getOffsetDateTime("changed_at").toInstant(),
        row.getString("changed_by"));
  }
}
