package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.materials.library.StoredJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Enters files as assets, or as new versions of assets. */
final class AssetEntry {
  private static final String INSERT =
      "INSERT INTO asset (tenant, id, title, description, tags, kind, orientation, seconds, version,"
          + " words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9::text::tsvector)";

  private static final String INSERT_VERSION =
      "INSERT INTO asset_version (tenant, asset, version, file_name, blob, bytes, info, portrait)"
          + " VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7::text::jsonb, $8::text::jsonb)";

  private static final String NEXT_VERSION =
      "UPDATE asset SET version = $3, orientation = $4, seconds = $5, updated_at = now()"
          + " WHERE tenant = $1 AND id = $2";

  private static final String COLLECT =
      "INSERT INTO asset_member (tenant, collection, asset) SELECT tenant, id, $3"
          + " FROM asset_collection WHERE tenant = $1 AND id = $2 ON CONFLICT DO NOTHING";

  private final SearchWords words;

  AssetEntry(SearchWords words) {
    this.words = words;
  }

  /** Within a transaction; answers the asset's id. */
  Future<String> add(SqlConnection connection, String tenant, AssetFile file) {
    String existing = file.details().asset();
    Future<String> added =
        existing == null ? insert(connection, tenant, file) : next(connection, tenant, file);
    return added.compose(id -> collect(connection, tenant, id, file.details().collections()));
  }

  private Future<String> insert(SqlConnection connection, String tenant, AssetFile file) {
    String id = UUID.randomUUID().toString();
    UploadDetails details = file.details();
    String title = AssetWords.title(details);
    String description = AssetWords.description(details.description());
    List<String> tags = AssetWords.tags(details);
    Asset.Orientation orientation = Asset.Orientation.of(file.info());
    return words
        .vector(title, tags, description, details.name())
        .compose(
            vector ->
                connection
                    .preparedQuery(INSERT)
                    .execute(
                        Tuple.of(
                            tenant,
                            id,
                            title,
                            description,
                            tags.toArray(String[]::new),
                            file.info().kind().name(),
                            orientation == null ? null : orientation.name(),
                            file.info().seconds(),
                            vector)))
        .compose(entered -> version(connection, tenant, id, 1, file))
        .map(id);
  }

  private static Future<String> next(SqlConnection connection, String tenant, AssetFile file) {
    String id = file.details().asset();
    return connection
        .preparedQuery(AssetStore.LOCK)
        .execute(Tuple.of(tenant, id))
        .compose(
            rows -> {
              Row old = AssetStore.firstOf(rows);
              if (!old.getString("kind").equals(file.info().kind().name())) {
                throw ServiceFailure.invalid(
                    "/asset",
                    "A new version is of the same kind as the old one, which is "
                        + old.getString("kind").toLowerCase(Locale.ROOT));
              }
              int version = old.getInteger("version") + 1;
              Asset.Orientation stands = Asset.Orientation.of(file.info());
              return connection
                  .preparedQuery(NEXT_VERSION)
                  .execute(
                      Tuple.of(
                          tenant,
                          id,
                          version,
                          stands == null ? null : stands.name(),
                          file.info().seconds()))
                  .compose(raised -> version(connection, tenant, id, version, file));
            })
        .map(id);
  }

  private static Future<?> version(
      SqlConnection connection, String tenant, String id, int version, AssetFile file) {
    return connection
        .preparedQuery(INSERT_VERSION)
        .execute(
            Tuple.of(
                tenant,
                id,
                version,
                file.details().name(),
                StoredJson.write(Blob.class, file.blob()),
                file.blob().size(),
                StoredJson.write(MediaInfo.class, file.info()),
                StoredJson.write(MediaPortrait.class, file.portrait())));
  }

  private static Future<String> collect(
      SqlConnection connection, String tenant, String id, List<String> collections) {
    if (collections.isEmpty()) {
      return Future.succeededFuture(id);
    }
    List<Tuple> rows = new ArrayList<>();
    collections.forEach(collection -> rows.add(Tuple.of(tenant, collection, id)));
    return connection.preparedQuery(COLLECT).executeBatch(rows).map(id);
  }
}
