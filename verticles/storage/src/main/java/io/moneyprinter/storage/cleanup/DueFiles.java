package io.moneyprinter.storage.cleanup;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which files are due, and marks them. */
final class DueFiles {
  /** Why a file goes. */
  enum Reason {
    /** Nobody has it any more. */
    EXPIRED,
    /** It does not fit into the room for segments. */
    OVER_BUDGET;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A file that is due.
   *
   * @param used when it was used last
   */
  record Due(String key, long size, OffsetDateTime used) {}

  private static final String FREE =
      """
      deleting_at IS NULL AND last_used < now() - %s * interval '1 s'
        AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE legal_hold.blob_key = key)""";

  private static final String UNHELD =
      """
      NOT EXISTS (SELECT 1 FROM holder WHERE holder.blob_key = key
        AND (expires_at IS NULL OR expires_at >= now()))""";

  private static final String EXPIRED =
      "SELECT key, size, last_used FROM blob WHERE key > $1 AND "
          + UNHELD
          + " AND "
          + FREE.formatted("$2")
          + " ORDER BY key LIMIT $3";

  private static final String SEGMENTS =
      "SELECT key, size, last_used FROM blob WHERE class = 'segments'"
          + " AND (last_used, key) > ($1, $2) AND "
          + FREE.formatted("$3")
          + " ORDER BY last_used, key LIMIT $4";

  private static final String SEGMENT_BYTES =
      """
      SELECT coalesce(sum(size), 0)::bigint AS bytes FROM blob
      WHERE class = 'segments' AND deleting_at IS NULL""";

  /**
   * Looked at again under the lock of its row: who stored or used it meanwhile has written so
   * there. Whoever had it has it no more from then on.
   */
  private static final String MARK =
      """
      WITH marked AS (
        UPDATE blob SET deleting_at = now() WHERE key = $3 AND %s AND %s AND %s RETURNING key),
      gone AS (DELETE FROM holder USING marked WHERE holder.blob_key = marked.key
        RETURNING holder.blob_key, holder.tenant),
      noted AS (INSERT INTO past_holder (blob_key, tenant, reason)
        SELECT blob_key, tenant, 'EXPIRED' FROM gone
        ON CONFLICT (blob_key, tenant) DO UPDATE SET reason = excluded.reason, at = now())
      SELECT key FROM marked""";

  private final Database database;
  private final double idle;
  private final int batch;

  /**
   * @param idle no file goes within so long after its last use
   */
  DueFiles(Database database, Duration idle, int batch) {
    this.database = database;
    this.idle = idle.toMillis() / 1_000.0;
    this.batch = batch;
  }

  /** Files that nobody has, by their keys, from one on. */
  Future<List<Due>> expired(String after) {
    return run(EXPIRED, Tuple.of(after, idle, batch)).map(DueFiles::all);
  }

  /** Segments, those used longest ago first, from one on. */
  Future<List<Due>> segments(Due after) {
    OffsetDateTime from = after == null ? Instant.EPOCH.atOffset(ZoneOffset.UTC) : after.used();
    return run(SEGMENTS, Tuple.of(from, after == null ? "" : after.key(), idle, batch))
        .map(DueFiles::all);
  }

  Future<Long> segmentBytes() {
    return run(SEGMENT_BYTES, Tuple.tuple()).map(rows -> rows.iterator().next().getLong("bytes"));
  }

  /** Marks a file, if it is still due and the lease is still held. */
  Future<Boolean> mark(Due due, Reason reason, CleanupLease lease, long fence) {
    String why = reason == Reason.EXPIRED ? UNHELD : "class = 'segments'";
    return run(
            MARK.formatted(why, FREE.formatted("$4"), CleanupLease.HELD),
            Tuple.of(lease.node(), fence, due.key(), idle))
        .map(rows -> rows.size() > 0);
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static List<Due> all(RowSet<Row> rows) {
    List<Due> found = new ArrayList<>();
    rows.forEach(
        row ->
            found.add(
                new Due(
                    row.getString("key"),
                    row.getLong("size"),
                    row.getOffsetDateTime("last_used"))));
    return found;
  }
}
