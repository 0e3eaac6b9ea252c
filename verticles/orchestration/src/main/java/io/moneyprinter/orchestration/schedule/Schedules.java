package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.schedule.ScheduleMessages;
import io.moneyprinter.orchestration.run.Pulse;
import io.moneyprinter.orchestration.run.QuotaCheck;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The components of schedules, wired together. Has to be made on the service's event loop. */
public final class Schedules {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private final ScheduleDesk desk;
  private final ScheduleViews views;
  private final ScheduleControl control;
  private final Pulse polling;

  /**
   * @param clock says when a time has come
   * @param rows how many rows a batch has; fails for one that cannot be made
   */
  public Schedules(
      ScheduleConfig config,
      Database database,
      Vertx vertx,
      InstantSource clock,
      Function<CreateBatch, Future<Integer>> rows) {
    Pool pool = database.writer();
    ScheduleStore schedules = new ScheduleStore();
    RunStore runs = new RunStore();
    views = new ScheduleViews(database, schedules, runs, clock);
    QuotaCheck quota = new QuotaCheck(vertx.eventBus());
    desk = new ScheduleDesk(database, schedules, views, clock, new OrderCheck(clock, rows), quota);
    control = new ScheduleControl(database, schedules, views, clock);
    DueTimes due = new DueTimes(pool, schedules, runs, clock, config.grace());
    RunOrders orders = new RunOrders(vertx.eventBus(), pool, runs, quota);
    polling =
        new Pulse(
            vertx,
            "order what is scheduled",
            config.poll(),
            () -> due.note().compose(noted -> orders.order()));
    if (!vertx.isClustered()) {
      runs.endLeases(pool)
          .onFailure(
              cause ->
                  LOG.warn("Runs of a node that died are ordered later: {}", cause.getMessage()));
    }
  }

  public void serve(ServiceScope scope) {
    scope.serve(ScheduleMessages.CREATE, desk::create);
    scope.serve(ScheduleMessages.CHECK, desk::check);
    scope.serve(ScheduleMessages.GET, views::get);
    scope.serve(ScheduleMessages.LIST, views::list);
    scope.serve(ScheduleMessages.PAUSE, control::pause);
    scope.serve(ScheduleMessages.RESUME, control::resume);
    scope.serve(ScheduleMessages.DELETE, control::delete);
    scope.serve(ScheduleMessages.PREVIEW, views::preview);
  }

  /** Orders nothing more; done when what is under way is. */
  public Future<?> close() {
    return polling.close();
  }
}
