package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Removes what people were told, wished to be told and had sent elsewhere, once their account is no
 * more. Nothing goes on being sent to an address that somebody chose who left.
 */
public final class Farewell {
  private static final List<String> OF_PERSON =
      List.of(
          "incident",
          "notification",
          "preference",
          "known_address",
          "push_subscription",
          "webhook");

  private static final List<String> OF_TENANT = List.of("job_event");

  private final Database database;
  private final RedisAPI redis;

  public Farewell(Database database, RedisAPI redis) {
    this.database = database;
    this.redis = redis;
  }

  /** Harmless when done twice. */
  public Future<?> forget(Departure gone) {
    Future<?> done = Future.succeededFuture();
    for (String table : OF_PERSON) {
      done =
          done.compose(
              before ->
                  database
                      .writer()
                      .preparedQuery(
                          "DELETE FROM " + table + " WHERE tenant = $1 AND ($3 OR subject = $2)")
                      .execute(Tuple.of(gone.tenant(), gone.subject(), gone.tenantGone())));
    }
    for (String table : gone.tenantGone() ? OF_TENANT : List.<String>of()) {
      done =
          done.compose(
              before ->
                  database
                      .writer()
                      .preparedQuery("DELETE FROM " + table + " WHERE tenant = $1")
                      .execute(Tuple.of(gone.tenant())));
    }
    return done.compose(removed -> OfflineStore.forget(redis, gone.tenant(), gone.subject()));
  }
}
