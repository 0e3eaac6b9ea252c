package io.moneyprinter.orchestration.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;

/** The sums of tenants by day and month. What changes them holds their rows' locks. */
final class SpendingStore {
  private static final String ADD =
      "INSERT INTO spending AS s (tenant, period, reserved, settled)"
          + " VALUES ($1, $2, $4, $5), ($1, $3, $4, $5) ON CONFLICT (tenant, period) DO UPDATE"
          + " SET reserved = s.reserved + excluded.reserved, settled = s.settled + excluded.settled"
          + " RETURNING period, reserved, settled";

  /** Proposed rows are checked even where one is there: amounts below 0 cannot go that way. */
  private static final String TAKE =
      "WITH locked AS (SELECT period FROM spending WHERE tenant = $1 AND period IN ($2, $3)"
          + " ORDER BY period FOR UPDATE)"
          + " UPDATE spending s SET reserved = s.reserved + $4, settled = s.settled + $5"
          + " FROM locked WHERE s.tenant = $1 AND s.period = locked.period"
          + " RETURNING s.period, s.reserved, s.settled";

  /** What a tenant has spent and set aside. */
  record Period(long reserved, long settled) {
    long sum() {
      return reserved + settled;
    }

    private Period plus(long more) {
      return new Period(reserved + more, settled);
    }
  }

  /** A day and its month. */
  record Sums(Period day, Period month) {
    /** With more set aside. */
    Sums plus(long more) {
      return new Sums(day.plus(more), month.plus(more));
    }
  }

  /**
   * Adds to a day and its month, and tells what they come to.
   *
   * @param reserved less than 0 for what is not set aside any more
   * @param settled less than 0 for what is given back
   */
  Future<Sums> add(SqlClient client, String tenant, LocalDate day, long reserved, long settled) {
    return client
        .preparedQuery(reserved < 0 || settled < 0 ? TAKE : ADD)
        .execute(
            Tuple.of(tenant, YearMonth.from(day).toString(), day.toString(), reserved, settled))
        .map(rows -> sums(rows, day));
  }

  Future<Sums> read(SqlClient client, String tenant, LocalDate day) {
    return client
        .preparedQuery(
            "SELECT period, reserved, settled FROM spending"
                + " WHERE tenant = $1 AND period IN ($2, $3)")
        .execute(Tuple.of(tenant, YearMonth.from(day).toString(), day.toString()))
        .map(rows -> sums(rows, day));
  }

  private static Sums sums(RowSet<Row> rows, LocalDate day) {
    Period ofDay = new Period(0, 0);
    Period ofMonth = ofDay;
    for (Row row : rows) {
      Period period = new Period(row.getLong("reserved"), row.getLong("settled"));
      if (row.getString("period").equals(day.toString())) {
        ofDay = period;
      } else {
        ofMonth = period;
      }
    }
    return new Sums(ofDay, ofMonth);
  }
}
