package io.moneyprinter.materials;

import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Forgets the library of a tenant that is no more. Nothing here belongs to one person: what
 * somebody brought stays while their tenant goes on. The files are the storage service's to forget.
 */
final class Farewell {
  private static final List<String> TABLES =
      List.of("upload", "asset_collection", "asset", "collection", "candidate", "music_piece");

  private final Database database;

  Farewell(Database database) {
    this.database = database;
  }

  /** Harmless when done twice. */
  Future<?> forget(Departure gone) {
    Future<?> done = Future.succeededFuture();
    for (String table : gone.tenantGone() ? TABLES : List.<String>of()) {
      done =
          done.compose(
              before ->
                  database
                      .writer()
                      .preparedQuery("DELETE FROM " + table + " WHERE tenant = $1")
                      .execute(Tuple.of(gone.tenant())));
    }
    return done;
  }
}
