package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.DepartureList;
import io.moneyprinter.codecs.users.ListDepartures;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Whose accounts are no more, in the order in which other services can read it. */
final class DepartureStore {
  private static final int MOST = 200;

  private final Database database;

  DepartureStore(Database database) {
    this.database = database;
  }

  /**
   * Notes a departure together with the deletion. One transaction at a time may do so: were a lower
   * number to become visible after a higher one, whoever had read up to that would miss it.
   */
  static Future<?> note(
      SqlClient transaction, String tenant, String user, boolean tenantGone, boolean removed) {
    return transaction
        .query("LOCK TABLE departures IN SHARE ROW EXCLUSIVE MODE")
        .execute()
        .compose(
            locked ->
                transaction
                    .preparedQuery(
                        "INSERT INTO departures (tenant, user_id, tenant_gone, removed)"
                            + " VALUES ($1, $2, $3, $4)")
                    .execute(Tuple.of(tenant, user, tenantGone, removed)));
  }

  /** Answers {@link io.moneyprinter.codecs.users.AccountMessages#DEPARTURES}. */
  Future<DepartureList> list(ListDepartures wish) {
    return database
        .writer()
        .preparedQuery(
            """
            SELECT number, tenant, user_id, tenant_gone, at, removed FROM departures
            WHERE number > $1 ORDER BY number LIMIT $2""")
        .execute(Tuple.of(wish.after(), Math.max(1, Math.min(MOST, wish.limit()))))
        .map(
            rows -> {
              List<Departure> departures = new ArrayList<>();
              rows.forEach(
                  row ->
                      departures.add(
                          new Departure(
                              row.getLong("number"),
                              row.getString("tenant"),
                              row.getString("user_id"),
                              row.getBoolean("tenant_gone"),
                              row.getOffsetDateTime("at").toInstant(),
                              row.getBoolean("removed"))));
              return new DepartureList(departures);
            });
  }
}
