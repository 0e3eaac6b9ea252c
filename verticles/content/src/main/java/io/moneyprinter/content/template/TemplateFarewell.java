package io.moneyprinter.content.template;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Takes the name of whoever left off the templates they wrote, which stay their tenant's; those of
 * a tenant that is no more go.
 */
public final class TemplateFarewell {
  private static final String UNSIGN =
      "UPDATE template_version v SET changed_by = $3 FROM template t"
          + " WHERE t.id = v.template AND t.tenant = $1 AND v.changed_by = $2";

  /** What refers to others comes first. */
  private static final List<String> ALL =
      List.of(
          "DELETE FROM template_name WHERE tenant = $1",
          "DELETE FROM template_version v USING template t"
              + " WHERE t.id = v.template AND t.tenant = $1",
          "DELETE FROM template WHERE tenant = $1");

  private final Database database;

  public TemplateFarewell(Database database) {
    this.database = database;
  }

  /** Harmless when done twice. */
  public Future<?> forget(Departure gone) {
    if (!gone.tenantGone()) {
      return database
          .writer()
          .preparedQuery(UNSIGN)
          .execute(Tuple.of(gone.tenant(), gone.subject(), CallContext.SYSTEM));
    }
    return database
        .writer()
        .withTransaction(
            transaction -> {
              Future<?> done = Future.succeededFuture();
              for (String statement : ALL) {
                done =
                    done.compose(
                        before ->
                            transaction.preparedQuery(statement).execute(Tuple.of(gone.tenant())));
              }
              return done;
            });
  }
}
