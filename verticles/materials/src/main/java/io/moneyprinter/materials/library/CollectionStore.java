package io.moneyprinter.materials.library;

import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps collections; every row belongs to a tenant and is seen by no other. */
public final class CollectionStore {
  private static final String INSERT_COLLECTION =
      "INSERT INTO collection (tenant, id, name) VALUES ($1, $2, $3)"
          + " ON CONFLICT (tenant, id) DO NOTHING RETURNING id";

  private static final String INSERT_ITEM =
      "INSERT INTO item (tenant, collection, position, name, tags, picture, other, seconds)"
          + " VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, $8)";

  private static final String FIND =
      "SELECT c.name AS collection_name, i.name, i.tags, i.picture::text AS picture,"
          + " i.other::text AS other, i.seconds"
          + " FROM collection c JOIN item i ON i.tenant = c.tenant AND i.collection = c.id"
          + " WHERE c.tenant = $1 AND c.id = $2 ORDER BY i.position";

  private final Database database;

  public CollectionStore(Database database) {
    this.database = database;
  }

  /** Keeps a collection; one of that id, which has the same content, is left as it is. */
  public Future<Collection> save(String tenant, Collection collection) {
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .preparedQuery(INSERT_COLLECTION)
                    .execute(Tuple.of(tenant, collection.id(), collection.name()))
                    .compose(
                        fresh ->
                            fresh.size() == 0
                                ? Future.succeededFuture()
                                : insertItems(connection, tenant, collection)))
        .map(saved -> collection);
  }

  private static Future<Void> insertItems(
      SqlConnection connection, String tenant, Collection collection) {
    List<Tuple> rows = new ArrayList<>();
    for (Collection.Item item : collection.items()) {
      rows.add(
          Tuple.of(
              tenant,
              collection.id(),
              rows.size(),
              item.name(),
              item.tags().toArray(String[]::new),
              StoredJson.write(Picture.class, item.picture()),
              StoredJson.write(Blob.class, item.other()),
              item.seconds()));
    }
    return connection.preparedQuery(INSERT_ITEM).executeBatch(rows).mapEmpty();
  }

  /** A tenant's collection with its items in order. */
  public Future<Optional<Collection>> find(String tenant, String id) {
    return database
        .writer()
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant, id))
        .map(rows -> collection(id, rows));
  }

  private static Optional<Collection> collection(String id, RowSet<Row> rows) {
    String name = null;
    List<Collection.Item> items = new ArrayList<>();
    for (Row row : rows) {
      name = row.getString("collection_name");
      items.add(
          new Collection.Item(
              row.getString("name"),
              List.of(row.getArrayOfStrings("tags")),
              StoredJson.read(Picture.class, row.getString("picture")),
              StoredJson.read(Blob.class, row.getString("other")),
              row.getDouble("seconds")));
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(new Collection(id, name, items));
  }
}
