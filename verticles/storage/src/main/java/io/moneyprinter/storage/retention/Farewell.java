package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/**
 * Gives up the files of a tenant that is no more, but for those under legal hold, and ends its
 * links. Of somebody whose tenant goes on the links end, and the books name them no more: their
 * files are given up with their videos, or shared with others.
 */
public final class Farewell {
  private static final int PAGE = 500;

  private static final String LINKS = "DELETE FROM link WHERE tenant = $1 AND ($3 OR owner = $2)";

  private static final String KEYS =
      """
      SELECT blob_key FROM holder WHERE tenant = $1 AND blob_key > $2
        AND NOT EXISTS (SELECT 1 FROM legal_hold l
          WHERE l.blob_key = holder.blob_key AND l.tenant = $1)
      ORDER BY blob_key LIMIT $3""";

  private static final String UNSIGN_HOLDER =
      "UPDATE holder SET owner = $3 WHERE tenant = $1 AND owner = $2";

  private static final String UNSIGN_BLOB =
      "UPDATE blob SET owner = $3 WHERE tenant = $1 AND owner = $2";

  private static final String PAST = "DELETE FROM past_holder WHERE tenant = $1";

  private static final String UNSIGN_LINK =
      "UPDATE link SET owner = $3 WHERE tenant = $1 AND owner = $2";

  private final Database database;

  public Farewell(Database database) {
    this.database = database;
  }

  /** Harmless when done twice. */
  public Future<?> forget(Departure gone) {
    Future<?> links =
        gone.removed()
            ? unsign(UNSIGN_LINK, gone)
            : run(LINKS, Tuple.of(gone.tenant(), gone.subject(), gone.tenantGone()));
    return links
        .compose(ended -> gone.tenantGone() ? giveUp(gone.tenant(), "") : Future.succeededFuture())
        .compose(
            given ->
                gone.tenantGone() ? run(PAST, Tuple.of(gone.tenant())) : Future.succeededFuture())
        .compose(past -> unsign(UNSIGN_HOLDER, gone))
        .compose(unsigned -> unsign(UNSIGN_BLOB, gone));
  }

  private Future<?> unsign(String sql, Departure gone) {
    return run(sql, Tuple.of(gone.tenant(), gone.subject(), CallContext.SYSTEM));
  }

  /** One after the other: each takes the lock of a sum, and two lists could lock crosswise. */
  private Future<Void> giveUp(String tenant, String after) {
    return run(KEYS, Tuple.of(tenant, after, PAGE))
        .compose(
            rows -> {
              Future<?> all = Future.succeededFuture();
              String last = after;
              for (Row row : rows) {
                String key = row.getString("blob_key");
                all = all.compose(before -> run(ReleaseDesk.GIVE_UP, Tuple.of(key, tenant)));
                last = key;
              }
              String next = last;
              return rows.size() < PAGE
                  ? all.mapEmpty()
                  : all.compose(given -> giveUp(tenant, next));
            });
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
