package io.moneyprinter.storage.orphans;

import io.moneyprinter.codecs.storage.StorageCheck;
import io.moneyprinter.codecs.storage.StorageCheck.Leftover;
import io.moneyprinter.codecs.storage.StorageCheck.Place;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Tells what was found. */
final class OrphanReport {
  private static final String PLACES = "SELECT * FROM orphan_scan ORDER BY store";

  private static final String LEFTOVERS =
      """
      SELECT store, kind, count(*) AS files, sum(size)::bigint AS bytes, min(seen_at) AS seen_at,
        (array_agg(name ORDER BY seen_at, name))[1:10] AS examples
      FROM orphan GROUP BY store, kind ORDER BY store, kind""";

  private final Database database;
  private final Duration grace;

  /**
   * @param grace after which something that was found is removed
   */
  OrphanReport(Database database, Duration grace) {
    this.database = database;
    this.grace = grace;
  }

  Future<StorageCheck> make() {
    return database
        .writer()
        .query(PLACES)
        .execute()
        .compose(
            places ->
                database
                    .writer()
                    .query(LEFTOVERS)
                    .execute()
                    .map(
                        leftovers -> {
                          List<Place> looked = new ArrayList<>();
                          places.forEach(row -> looked.add(placeOf(row)));
                          List<Leftover> found = new ArrayList<>();
                          leftovers.forEach(row -> found.add(leftoverOf(row)));
                          return new StorageCheck(looked, found);
                        }));
  }

  private static Place placeOf(Row row) {
    OffsetDateTime done = row.getOffsetDateTime("done_at");
    return new Place(
        row.getString("store"),
        row.getString("node"),
        row.getLong("files"),
        done == null ? null : done.toInstant());
  }

  private Leftover leftoverOf(Row row) {
    return new Leftover(
        row.getString("store"),
        row.getString("kind"),
        row.getLong("files"),
        row.getLong("bytes"),
        row.getOffsetDateTime("seen_at").toInstant().plus(grace),
        List.of(row.getArrayOfStrings("examples")));
  }
}
