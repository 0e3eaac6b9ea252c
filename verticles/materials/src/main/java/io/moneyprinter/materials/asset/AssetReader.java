package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.materials.library.StoredJson;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads assets with all their versions. */
final class AssetReader {
  private static final String READ =
      """
      SELECT a.id, a.title, a.description, a.tags, a.created_at, a.updated_at, a.deleted_at,
        a.licence, (SELECT count(DISTINCT u.video) FROM asset_use u
          WHERE u.tenant = a.tenant AND u.asset = a.id) AS uses,
        (SELECT array_agg(m.collection ORDER BY m.added_at, m.collection) FROM asset_member m
          WHERE m.tenant = a.tenant AND m.asset = a.id) AS collections,
        v.version, v.file_name, v.blob::text AS blob, v.info::text AS info,
        v.portrait::text AS portrait, v.created_at AS versioned_at
      FROM asset a JOIN asset_version v ON v.tenant = a.tenant AND v.asset = a.id
      WHERE a.tenant = $1 AND a.id = ANY($2)
      ORDER BY a.id, v.version DESC""";

  private final Database database;

  AssetReader(Database database) {
    this.database = database;
  }

  /** Those of the ids that there are, in the order of the ids. */
  Future<List<Asset>> read(String tenant, List<String> ids) {
    return database
        .writer()
        .preparedQuery(READ)
        .execute(Tuple.of(tenant).addArrayOfString(ids.toArray(String[]::new)))
        .map(rows -> inOrder(ids, rows));
  }

  private static List<Asset> inOrder(List<String> ids, RowSet<Row> rows) {
    Map<String, List<Row>> byId = new LinkedHashMap<>();
    rows.forEach(
        row -> byId.computeIfAbsent(row.getString("id"), id -> new ArrayList<>()).add(row));
    return ids.stream().map(byId::get).filter(Objects::nonNull).map(AssetReader::asset).toList();
  }

  private static Asset asset(List<Row> rows) {
    Row row = rows.get(0);
    String[] collections = row.getArrayOfStrings("collections");
    return new Asset(
        row.getString("id"),
        row.getString("title"),
        row.getString("description"),
        List.of(row.getArrayOfStrings("tags")),
        rows.stream().map(AssetReader::version).toList(),
        collections == null ? List.of() : List.of(collections),
        instant(row.getOffsetDateTime("created_at")),
        instant(row.getOffsetDateTime("updated_at")),
        instant(row.getOffsetDateTime("deleted_at")),
        row.getString("licence"),
        row.getInteger("uses"));
  }

  private static AssetVersion version(Row row) {
    return new AssetVersion(
        row.getInteger("version"),
        row.getString("file_name"),
        StoredJson.read(Blob.class, row.getString("blob")),
        StoredJson.read(MediaInfo.class, row.getString("info")),
        StoredJson.read(MediaPortrait.class, row.getString("portrait")),
        instant(row.getOffsetDateTime("versioned_at")));
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
