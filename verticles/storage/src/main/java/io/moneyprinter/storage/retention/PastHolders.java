package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.storage.Absence;
import io.moneyprinter.codecs.storage.ExplainAbsence;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

/** Why tenants have files no longer. It is forgotten after a year. */
public final class PastHolders {
  private static final String FIND =
      "SELECT reason, at FROM past_holder WHERE blob_key = $1 AND tenant = $2";

  private static final String FORGET =
      "DELETE FROM past_holder WHERE at < now() - interval '365 days'";

  private final Database database;

  public PastHolders(Database database) {
    this.database = database;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#EXPLAIN_ABSENCE}. */
  public Future<Absence> explain(ExplainAbsence wish) {
    return database
        .writer()
        .preparedQuery(FIND)
        .execute(Tuple.of(wish.key(), CallContext.currentOrSystem().tenant()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return new Absence(null, null);
              }
              Row row = rows.iterator().next();
              return new Absence(
                  Absence.Reason.valueOf(row.getString("reason")),
                  row.getOffsetDateTime("at").toInstant());
            });
  }

  /** Forgets what is long past; answers how many. */
  public Future<Integer> forget() {
    return database.writer().query(FORGET).execute().map(rows -> rows.rowCount());
  }
}
