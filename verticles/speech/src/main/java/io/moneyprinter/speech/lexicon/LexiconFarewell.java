package io.moneyprinter.speech.lexicon;

import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;

/** Forgets the lexicons of a tenant that is no more. They belong to no single person. */
public final class LexiconFarewell {
  private final Database database;

  public LexiconFarewell(Database database) {
    this.database = database;
  }

  /** Harmless when done twice. */
  public Future<?> forget(Departure gone) {
    return gone.tenantGone()
        ? database
            .writer()
            .preparedQuery("DELETE FROM lexicon WHERE tenant = $1")
            .execute(Tuple.of(gone.tenant()))
        : Future.succeededFuture();
  }
}
