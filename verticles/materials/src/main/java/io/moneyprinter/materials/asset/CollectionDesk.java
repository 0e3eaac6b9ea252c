package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.AssetCollection;
import io.moneyprinter.codecs.materials.AssetCollections;
import io.moneyprinter.codecs.materials.CollectAsset;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The collections that tenants put their assets into. */
public final class CollectionDesk {
  private static final int LONGEST = 100;

  private static final String LIST =
      """
      SELECT c.id, c.name, c.created_at, (
        SELECT count(*) FROM asset_member m JOIN asset a ON a.tenant = m.tenant AND a.id = m.asset
        WHERE m.tenant = c.tenant AND m.collection = c.id AND a.deleted_at IS NULL)::int AS size
      FROM asset_collection c WHERE c.tenant = $1 AND ($2::text IS NULL OR c.id = $2)
      ORDER BY c.name""";

  private static final String CREATE =
      "INSERT INTO asset_collection (tenant, id, name) VALUES ($1, $2, $3)"
          + " ON CONFLICT DO NOTHING RETURNING id";

  private static final String DROP = "DELETE FROM asset_collection WHERE tenant = $1 AND id = $2";

  private static final String PUT =
      """
      INSERT INTO asset_member (tenant, collection, asset)
      SELECT tenant, $2, id FROM asset WHERE tenant = $1 AND id = $3 AND deleted_at IS NULL
      ON CONFLICT (tenant, collection, asset) DO UPDATE SET added_at = asset_member.added_at
      RETURNING asset""";

  private static final String TAKE =
      "DELETE FROM asset_member WHERE tenant = $1 AND collection = $2 AND asset = $3"
          + " RETURNING asset";

  private final Database database;

  public CollectionDesk(Database database) {
    this.database = database;
  }

  public Future<AssetCollections> list(String tenant) {
    return run(LIST, Tuple.tuple().addString(tenant).addString(null))
        .map(rows -> new AssetCollections(all(rows)));
  }

  /** {@code CONFLICT} when there is one of that name. */
  public Future<AssetCollection> create(String tenant, String name) {
    if (name.isBlank() || name.length() > LONGEST || name.matches("(?s).*\\p{Cntrl}.*")) {
      throw ServiceFailure.invalid(
          "/name", "A collection's name has 1 to " + LONGEST + " characters in one line");
    }
    return run(CREATE, Tuple.of(tenant, UUID.randomUUID().toString(), name.strip()))
        .compose(
            made ->
                made.size() == 0
                    ? Future.failedFuture(
                        ServiceFailure.conflict("There is a collection " + name + " already"))
                    : get(tenant, made.iterator().next().getString("id")));
  }

  /** {@code NOT_FOUND} for another tenant's as for none. */
  public Future<AssetCollection> get(String tenant, String id) {
    return find(tenant, id).map(found -> found.orElseThrow(CollectionDesk::none));
  }

  /** Empty for another tenant's as for none. */
  public Future<Optional<AssetCollection>> find(String tenant, String id) {
    return run(LIST, Tuple.of(tenant, id)).map(rows -> all(rows).stream().findFirst());
  }

  /** Answers with the collection as it was. */
  public Future<AssetCollection> drop(String tenant, String id) {
    return get(tenant, id).compose(was -> run(DROP, Tuple.of(tenant, id)).map(was));
  }

  /** Puts an asset in or takes it out; either is done only once. */
  public Future<AssetCollection> collect(String tenant, CollectAsset wish) {
    return get(tenant, wish.collection())
        .compose(
            found ->
                run(wish.member() ? PUT : TAKE, Tuple.of(tenant, wish.collection(), wish.asset())))
        .compose(
            changed ->
                wish.member() && changed.size() == 0
                    ? Future.failedFuture(AssetStore.none())
                    : get(tenant, wish.collection()));
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }

  private static List<AssetCollection> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new AssetCollection(
                    row.getString("id"),
                    row.getString("name"),
                    row.getInteger("size"),
                    row.getOffsetDateTime("created_at").toInstant()))
        .toList();
  }

  private static ServiceFailure none() {
    return ServiceFailure.notFound("There is no such collection in your library");
  }
}
