package io.moneyprinter.analytics;

import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;

/**
 * Forgets what a tenant that is no more had used. Nothing here tells of one person: sums of a
 * tenant stay while it goes on.
 */
final class Farewell {
  private final Database database;

  Farewell(Database database) {
    this.database = database;
  }

  /** Harmless when done twice; the steps go with their jobs. */
  Future<?> forget(Departure gone) {
    return gone.tenantGone()
        ? database
            .writer()
            .preparedQuery("DELETE FROM job_usage WHERE tenant = $1")
            .execute(Tuple.of(gone.tenant()))
        : Future.succeededFuture();
  }
}
