package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.ListNotices;
import io.moneyprinter.codecs.notification.MarkNotices;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The notices of all people; every call names the one it is about. */
public final class NoticeStore {
  /** Columns that {@link NoticeRows} reads. */
  public static final String COLUMNS =
      "n.id, n.number, n.tenant, n.subject, n.kind, n.data, n.at, n.read_at";

  private static final String OWN = " n.tenant = $1 AND n.subject = $2 AND n.deleted_at IS NULL";

  private static final String INSERT =
      """
      INSERT INTO notification AS n (id, incident, tenant, subject, kind, data, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING\s"""
          + COLUMNS;

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM notification n WHERE"
          + OWN
          + " AND ($3::bigint IS NULL OR n.number < $3) AND (NOT $4 OR n.read_at IS NULL)"
          + " AND ($5::text IS NULL OR n.kind = $5) ORDER BY n.number DESC LIMIT $6";

  private static final String MISSED =
      "SELECT "
          + COLUMNS
          + " FROM notification n WHERE"
          + OWN
          + " AND n.read_at IS NULL AND n.shown_at IS NULL ORDER BY n.number LIMIT $3";

  private static final String MARK =
      "UPDATE notification n SET read_at = CASE WHEN $3 THEN now() END WHERE"
          + OWN
          + " AND (n.read_at IS NULL) = $3 AND ($4::uuid[] IS NULL OR n.id = ANY($4))"
          + " AND ($5::bigint IS NULL OR n.number <= $5)";

  private final Database database;
  private final NoticeRows rows;

  public NoticeStore(Database database, NoticeRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Puts an incident into somebody's list; empty when it is there already. */
  Future<Optional<Notice>> insert(
      SqlClient transaction, Incident incident, Receiver receiver, String language) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                UUID.randomUUID(),
                incident.key(),
                receiver.tenant(),
                receiver.subject(),
                incident.kind().name(),
                IncidentStore.json(incident.data()),
                incident.at().atOffset(ZoneOffset.UTC)))
        .map(kept -> rows.all(kept, language).stream().findFirst());
  }

  /** One more than asked for where there are older ones. */
  Future<List<Notice>> list(String tenant, String subject, ListNotices wish, String language) {
    return run(
            LIST,
            Tuple.of(
                tenant,
                subject,
                wish.before(),
                wish.unread(),
                wish.kind() == null ? null : wish.kind().name(),
                wish.limit() + 1))
        .map(found -> rows.all(found, language));
  }

  /** Unread ones that no page has shown, oldest first. */
  Future<List<Notice>> missed(String tenant, String subject, int limit, String language) {
    return run(MISSED, Tuple.of(tenant, subject, limit)).map(found -> rows.all(found, language));
  }

  Future<Integer> missedCount(String tenant, String subject) {
    return run(
            "SELECT count(*) FROM notification n WHERE"
                + OWN
                + " AND n.read_at IS NULL AND n.shown_at IS NULL",
            Tuple.of(tenant, subject))
        .map(found -> found.iterator().next().getLong(0).intValue());
  }

  Future<Integer> unread(String tenant, String subject) {
    return run(
            "SELECT count(*) FROM notification n WHERE" + OWN + " AND n.read_at IS NULL",
            Tuple.of(tenant, subject))
        .map(found -> found.iterator().next().getLong(0).intValue());
  }

  Future<Integer> mark(String tenant, String subject, MarkNotices wish, UUID[] ids) {
    return run(MARK, Tuple.of(tenant, subject, wish.read(), ids, wish.upTo()))
        .map(RowSet::rowCount);
  }

  Future<Integer> shown(String tenant, String subject, UUID[] ids) {
    return run(
            "UPDATE notification n SET shown_at = now() WHERE"
                + OWN
                + " AND n.shown_at IS NULL AND n.id = ANY($3)",
            Tuple.of(tenant, subject, ids))
        .map(RowSet::rowCount);
  }

  Future<Integer> delete(String tenant, String subject, UUID[] ids) {
    return run(
            "UPDATE notification n SET deleted_at = now() WHERE" + OWN + " AND n.id = ANY($3)",
            Tuple.of(tenant, subject, ids))
        .map(RowSet::rowCount);
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
