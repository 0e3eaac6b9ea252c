package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetPage;
import io.moneyprinter.codecs.materials.SearchAssets;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Looks through a tenant's library: by words, best match first, or all, newest first. Pages follow
 * one another by the last asset's place, so that what comes in meanwhile moves nothing.
 */
public final class AssetSearch {
  private static final String SEARCH =
      """
      SELECT id, created_at, rank FROM (
        SELECT id, created_at,
          CASE WHEN $3::text IS NULL THEN 0
            ELSE ts_rank('{0.1, 0.3, 0.7, 1.0}', words, $3::text::tsquery) END::float8 AS rank
        FROM asset
        WHERE tenant = $1
          AND (deleted_at IS NOT NULL) = $2
          AND ($3::text IS NULL OR words @@ $3::text::tsquery)
          AND ($4::text IS NULL OR kind = $4)
          AND ($5::text IS NULL OR orientation = $5)
          AND ($6::float8 IS NULL OR seconds >= $6)
          AND ($7::float8 IS NULL OR seconds <= $7)
          AND tags @> $8
          AND ($9::text IS NULL OR EXISTS (
            SELECT 1 FROM asset_member m
            WHERE m.tenant = asset.tenant AND m.asset = asset.id AND m.collection = $9))
      ) AS found
      WHERE $10::float8 IS NULL OR (rank, created_at, id) < ($10, $11::timestamptz, $12::text)
      ORDER BY rank DESC, created_at DESC, id DESC
      LIMIT $13""";

  private final Database database;
  private final AssetReader reader;
  private final SearchWords words;

  public AssetSearch(Database database, SearchWords words) {
    this.words = words;
    this.database = database;
    this.reader = new AssetReader(database);
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#SEARCH_ASSETS}. */
  public Future<AssetPage> search(String tenant, SearchAssets search) {
    String text = search.text() == null ? "" : search.text();
    Filter filter = Filter.of(search);
    return words
        .query(text)
        .compose(
            query -> {
              if (query.isEmpty() && !text.isBlank()) {
                throw ServiceFailure.invalid(
                    "/text", "There is no word in what is looked for: " + text);
              }
              return run(values(tenant, filter, query.isEmpty() ? null : query));
            })
        .compose(rows -> page(tenant, search, rows));
  }

  /** What shares any word with a text, the best match first; none for a text without a word. */
  public Future<List<Asset>> alike(String tenant, String text, int limit) {
    return words
        .anyOf(text)
        .compose(
            query ->
                query.isEmpty()
                    ? Future.succeededFuture(List.of())
                    : run(values(tenant, everything(null, limit), query))
                        .compose(rows -> reader.read(tenant, ids(rows, limit))));
  }

  private Future<RowSet<Row>> run(Tuple values) {
    return database.writer().preparedQuery(SEARCH).execute(values);
  }

  /** What is in a collection, the newest first. */
  public Future<List<Asset>> collected(String tenant, String collection, int limit) {
    return run(values(tenant, everything(collection, limit), null))
        .compose(rows -> reader.read(tenant, ids(rows, limit)));
  }

  private static Filter everything(String collection, int limit) {
    return new Filter(null, null, null, null, List.of(), collection, false, limit, null);
  }

  private static List<String> ids(RowSet<Row> rows, int limit) {
    return StreamSupport.stream(rows.spliterator(), false)
        .limit(limit)
        .map(row -> row.getString("id"))
        .toList();
  }

  /** What has to hold beside the words. */
  private record Filter(
      MediaInfo.Kind kind,
      Asset.Orientation orientation,
      Double minSeconds,
      Double maxSeconds,
      List<String> tags,
      String collection,
      boolean deleted,
      int limit,
      SearchCursor after) {
    static Filter of(SearchAssets search) {
      return new Filter(
          search.kind(),
          search.orientation(),
          search.minSeconds(),
          search.maxSeconds(),
          AssetWords.tags(search.tags()),
          search.collection(),
          Boolean.TRUE.equals(search.deleted()),
          search.limit(),
          search.cursor() == null ? null : SearchCursor.read(search));
    }
  }

  private static Tuple values(String tenant, Filter filter, String query) {
    SearchCursor after = filter.after();
    return Tuple.tuple()
        .addString(tenant)
        .addBoolean(filter.deleted())
        .addString(query)
        .addString(filter.kind() == null ? null : filter.kind().name())
        .addString(filter.orientation() == null ? null : filter.orientation().name())
        .addDouble(filter.minSeconds())
        .addDouble(filter.maxSeconds())
        .addArrayOfString(filter.tags().toArray(String[]::new))
        .addString(filter.collection())
        .addDouble(after == null ? null : after.rank())
        .addOffsetDateTime(
            after == null
                ? null
                : Instant.EPOCH.plus(after.at(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .addString(after == null ? null : after.id())
        .addInteger(filter.limit() + 1);
  }

  private Future<AssetPage> page(String tenant, SearchAssets search, RowSet<Row> rows) {
    List<String> ids = new ArrayList<>();
    Row last = null;
    for (Row row : rows) {
      if (ids.size() < search.limit()) {
        ids.add(row.getString("id"));
        last = row;
      }
    }
    String cursor = rows.size() > search.limit() ? cursor(search, last) : null;
    return reader.read(tenant, ids).map(assets -> new AssetPage(assets, cursor));
  }

  private static String cursor(SearchAssets search, Row last) {
    Instant at = last.getOffsetDateTime("created_at").toInstant();
    return new SearchCursor(
            SearchCursor.mark(search),
            last.getDouble("rank"),
            ChronoUnit.MICROS.between(Instant.EPOCH, at),
            last.getString("id"))
        .text();
  }
}
