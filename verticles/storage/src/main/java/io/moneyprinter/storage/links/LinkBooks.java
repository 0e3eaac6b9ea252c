package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.storage.LinkDisposition;
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
import java.util.Optional;

/** The books of links. */
public final class LinkBooks {
  /** How long a link that is good no more can still be looked at. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private static final String COLUMNS =
      """
      SELECT link.*, coalesce(blob.size, 0) AS size
      FROM link LEFT JOIN blob ON blob.key = link.blob_key AND deleting_at IS NULL
      """;

  private static final String ADD =
      """
      INSERT INTO link (id, tenant, owner, subject, blob_key, media_type, file_name, disposition,
        created_at, expires_at, max_downloads)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

  private static final String ONE = COLUMNS + "WHERE id = $1";

  /** A prefix of a subject ends at a slash, so that one id is not the beginning of another. */
  private static final String PAGE =
      COLUMNS
          + """
      WHERE link.tenant = $1
        AND ($2::text IS NULL OR subject = $2 OR starts_with(subject, $2 || '/'))
        AND ($3::text IS NULL
          OR (link.created_at, id) < (SELECT created_at, id FROM link
            WHERE id = $3 AND tenant = $1))
      ORDER BY link.created_at DESC, id DESC LIMIT $4""";

  private static final String REVOKE =
      "UPDATE link SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND tenant = $2";

  private static final String TAKE =
      """
      UPDATE link SET downloads = downloads + 1, taken_at = $2
      WHERE id = $1 AND (max_downloads IS NULL OR downloads < max_downloads)""";

  private static final String FORGET = "DELETE FROM link WHERE expires_at < $1";

  private final Database database;

  public LinkBooks(Database database) {
    this.database = database;
  }

  Future<Void> add(StoredLink link) {
    return run(
            ADD,
            Tuple.of(link.id(), link.tenant(), link.owner(), link.subject(), link.blobKey())
                .addString(link.mediaType())
                .addString(link.fileName())
                .addString(link.disposition().name())
                .addOffsetDateTime(at(link.createdAt()))
                .addOffsetDateTime(at(link.expiresAt()))
                .addInteger(link.maxDownloads()))
        .mapEmpty();
  }

  Future<Optional<StoredLink>> find(String id) {
    return run(ONE, Tuple.of(id)).map(rows -> all(rows).stream().findFirst());
  }

  /** One more than {@code limit} where there are more. */
  Future<List<StoredLink>> page(String tenant, String subject, String after, int limit) {
    return run(PAGE, Tuple.of(tenant, subject, after, limit + 1)).map(LinkBooks::all);
  }

  Future<Void> revoke(String id, String tenant, Instant now) {
    return run(REVOKE, Tuple.of(id, tenant, at(now))).mapEmpty();
  }

  /** Counts a download; answers whether there was one left. */
  Future<Boolean> take(String id, Instant now) {
    return run(TAKE, Tuple.of(id, at(now))).map(rows -> rows.rowCount() > 0);
  }

  /** Strikes out links that have not been good for a month; answers how many. */
  public Future<Integer> forget(Instant now) {
    return run(FORGET, Tuple.of(at(now.minus(MEMORY)))).map(RowSet::rowCount);
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<StoredLink> all(RowSet<Row> rows) {
    List<StoredLink> found = new ArrayList<>();
    rows.forEach(row -> found.add(linkOf(row)));
    return found;
  }

  private static StoredLink linkOf(Row row) {
    return new StoredLink(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("owner"),
        row.getString("subject"),
        row.getString("blob_key"),
        row.getLong("size"),
        row.getString("media_type"),
        row.getString("file_name"),
        LinkDisposition.valueOf(row.getString("disposition")),
        instant(row, "created_at"),
        instant(row, "expires_at"),
        row.getInteger("max_downloads"),
        row.getInteger("downloads"),
        instant(row, "taken_at"),
        instant(row, "revoked_at"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }
}
