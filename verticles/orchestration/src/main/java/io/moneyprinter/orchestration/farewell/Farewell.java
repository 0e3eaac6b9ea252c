package io.moneyprinter.orchestration.farewell;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;

/**
 * Takes away what somebody who left had ordered, or all of a tenant that is no more: first what
 * would order more, then what is under way, then the videos. Those are marked as deleted so long
 * ago that nobody takes them back, and purged like others, once what they owe is settled. Of what
 * somebody made who was taken out by an admin only their name is taken off.
 */
public final class Farewell {
  private static final String OWN = " WHERE tenant = $1 AND ($3 OR subject = $2)";

  private static final List<String> ORDERING =
      List.of("DELETE FROM schedule" + OWN, "DELETE FROM batch" + OWN);

  private static final String UNDER_WAY =
      "SELECT id FROM job" + OWN + " AND state NOT IN ('COMPLETED', 'FAILED', 'CANCELLED')";

  private static final String MARK =
      "UPDATE job SET updated_at = now(),"
          + " deleted_at = least(deleted_at, now() - $4 * interval '1 s' - interval '1 s')"
          + OWN
          + " AND state IN ('COMPLETED', 'FAILED', 'CANCELLED')"
          + " AND (deleted_at IS NULL OR deleted_at > now() - $4 * interval '1 s')";

  /** Of others' videos, whose storyboards stay. */
  private static final String UNSIGN =
      "UPDATE storyboard s SET changed_by = $3 FROM job j"
          + " WHERE j.id = s.job_id AND j.tenant = $1 AND s.changed_by = $2";

  /** Of what a member made who was taken out. */
  private static final List<String> UNSIGN_ALL =
      List.of(
          "UPDATE schedule SET subject = $3 WHERE tenant = $1 AND subject = $2",
          "UPDATE batch SET subject = $3 WHERE tenant = $1 AND subject = $2",
          "UPDATE job SET subject = $3 WHERE tenant = $1 AND subject = $2",
          UNSIGN);

  private final EventBus bus;
  private final Database database;
  private final Duration life;

  /**
   * @param life how long what is deleted can be restored
   */
  public Farewell(EventBus bus, Database database, Duration life) {
    this.bus = bus;
    this.database = database;
    this.life = life;
  }

  /** Harmless when done twice. */
  public Future<?> forget(Departure gone) {
    if (gone.removed()) {
      return unsign(gone);
    }
    Tuple own = Tuple.of(gone.tenant(), gone.subject(), gone.tenantGone());
    Future<?> quiet = Future.succeededFuture();
    for (String statement : ORDERING) {
      quiet = quiet.compose(before -> database.writer().preparedQuery(statement).execute(own));
    }
    return quiet
        .compose(done -> cancel(gone, own))
        .compose(
            done ->
                database
                    .writer()
                    .preparedQuery(MARK)
                    .execute(
                        Tuple.of(
                            gone.tenant(),
                            gone.subject(),
                            gone.tenantGone(),
                            (double) life.toSeconds())))
        .compose(
            marked ->
                database
                    .writer()
                    .preparedQuery(UNSIGN)
                    .execute(Tuple.of(gone.tenant(), gone.subject(), CallContext.SYSTEM)));
  }

  /** What somebody made who was taken out stays their tenant's, and goes on. */
  private Future<?> unsign(Departure gone) {
    Tuple names = Tuple.of(gone.tenant(), gone.subject(), CallContext.SYSTEM);
    Future<?> done = Future.succeededFuture();
    for (String statement : UNSIGN_ALL) {
      done = done.compose(before -> database.writer().preparedQuery(statement).execute(names));
    }
    return done;
  }

  private Future<?> cancel(Departure gone, Tuple own) {
    return database
        .writer()
        .preparedQuery(UNDER_WAY)
        .execute(own)
        .compose(
            found -> {
              Future<?> all = Future.succeededFuture();
              for (Row row : found) {
                all = all.compose(before -> cancel(gone.tenant(), row.getUUID("id").toString()));
              }
              return all;
            });
  }

  /** One that came to its end meanwhile needs none. */
  private Future<Void> cancel(String tenant, String id) {
    return OrchestrationMessages.CANCEL_JOB
        .ask(bus, new CancelJob(id), CallContext.system(tenant))
        .<Void>mapEmpty()
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.CONFLICT
                    ? Future.succeededFuture()
                    : Future.failedFuture(cause));
  }
}
