package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.EditAsset;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps assets; every row belongs to a tenant and is seen by no other. */
public final class AssetStore {
  static final String LOCK =
      "SELECT title, description, tags, licence, kind, version, (SELECT file_name FROM asset_version v"
          + " WHERE v.tenant = a.tenant AND v.asset = a.id AND v.version = a.version) AS file_name"
          + " FROM asset a WHERE tenant = $1 AND id = $2 AND deleted_at IS NULL FOR UPDATE";

  private static final String EDIT =
      "UPDATE asset SET title = $3, description = $4, tags = $5, words = $6::text::tsvector,"
          + " licence = $7, updated_at = now() WHERE tenant = $1 AND id = $2";

  private static final String DELETE =
      "UPDATE asset SET deleted_at = CASE WHEN $3 THEN NULL ELSE coalesce(deleted_at, now()) END,"
          + " updated_at = now() WHERE tenant = $1 AND id = $2 RETURNING id";

  private final Database database;
  private final AssetReader reader;
  private final AssetEntry entry;
  private final SearchWords words;

  public AssetStore(Database database, SearchWords words) {
    this.words = words;
    this.entry = new AssetEntry(words);
    this.database = database;
    this.reader = new AssetReader(database);
  }

  /** Does several things together or not at all. */
  public <T> Future<T> together(Function<SqlConnection, Future<T>> work) {
    return database.writer().withTransaction(work);
  }

  /** Enters a file as an asset, or as a new version of the one its details name; answers its id. */
  public Future<String> add(SqlConnection connection, String tenant, AssetFile file) {
    return entry.add(connection, tenant, file);
  }

  /** {@code NOT_FOUND} for another tenant's as for none. */
  public Future<Asset> get(String tenant, String id) {
    return reader
        .read(tenant, List.of(id))
        .map(found -> found.stream().findFirst().orElseThrow(AssetStore::none));
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#EDIT_ASSET}. */
  public Future<Asset> edit(String tenant, EditAsset wish) {
    return together(connection -> edit(connection, tenant, wish))
        .compose(edited -> get(tenant, wish.id()));
  }

  private Future<?> edit(SqlConnection connection, String tenant, EditAsset wish) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(tenant, wish.id()))
        .compose(
            rows -> {
              Row old = firstOf(rows);
              String title =
                  wish.title() == null ? old.getString("title") : AssetWords.title(wish.title());
              String description =
                  wish.description() == null
                      ? old.getString("description")
                      : AssetWords.description(wish.description());
              List<String> tags =
                  wish.tags() == null
                      ? List.of(old.getArrayOfStrings("tags"))
                      : AssetWords.tags(wish.tags());
              String licence =
                  wish.licence() == null
                      ? old.getString("licence")
                      : AssetWords.licence(wish.licence());
              return words
                  .vector(title, tags, description, old.getString("file_name"))
                  .compose(
                      vector ->
                          connection
                              .preparedQuery(EDIT)
                              .execute(
                                  Tuple.of(
                                      tenant,
                                      wish.id(),
                                      title,
                                      description,
                                      tags.toArray(String[]::new),
                                      vector,
                                      licence)));
            });
  }

  /** Deletes an asset so that it can be taken back, or takes that back. */
  public Future<Asset> delete(String tenant, String id, boolean restore) {
    return database
        .writer()
        .preparedQuery(DELETE)
        .execute(Tuple.of(tenant, id, restore))
        .map(AssetStore::firstOf)
        .compose(found -> get(tenant, id));
  }

  static Row firstOf(RowSet<Row> rows) {
    return Optional.of(rows)
        .filter(found -> found.size() > 0)
        .map(found -> found.iterator().next())
        .orElseThrow(AssetStore::none);
  }

  static ServiceFailure none() {
    return ServiceFailure.notFound("There is no such material in your library");
  }
}
