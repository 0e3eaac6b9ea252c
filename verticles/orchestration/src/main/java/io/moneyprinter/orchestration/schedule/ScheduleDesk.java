package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.CheckSchedule;
import io.moneyprinter.codecs.schedule.CheckedSchedule;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.orchestration.run.QuotaCheck;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.KeyUse;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes orders for times to come. What is wrong with them is told at once, not when they are due.
 */
public final class ScheduleDesk {
  private final Database database;
  private final ScheduleStore schedules;
  private final ScheduleViews views;
  private final InstantSource clock;
  private final OrderCheck orders;
  private final QuotaCheck quota;

  ScheduleDesk(
      Database database,
      ScheduleStore schedules,
      ScheduleViews views,
      InstantSource clock,
      OrderCheck orders,
      QuotaCheck quota) {
    this.database = database;
    this.schedules = schedules;
    this.views = views;
    this.clock = clock;
    this.orders = orders;
    this.quota = quota;
  }

  /**
   * Keeps a schedule, or answers with the one that the same idempotency key made before. Fails with
   * {@code INVALID} for times or work that cannot be, {@code CONFLICT} for a key used for another,
   * {@code QUOTA} when the videos of the month of its first time do not suffice for that.
   */
  public Future<Schedule> create(CreateSchedule order) {
    CallContext caller = CallContext.currentOrSystem();
    orders.requireVisible(order);
    Instant first = orders.first(order);
    return orders
        .content(order)
        .compose(content -> affordable(order, caller, first, content))
        .compose(
            title -> {
              ScheduledWork work =
                  order.brief() == null
                      ? new ScheduledWork.Many(order.batch())
                      : new ScheduledWork.Video(order.brief());
              ScheduleRow row =
                  new ScheduleRow(
                      Ids.next(),
                      caller.tenant(),
                      caller.subject(),
                      order.name(),
                      title,
                      order.brief() == null,
                      work.json(),
                      order.priority() == null ? Priority.NORMAL : order.priority(),
                      order.cron(),
                      Zones.read(order.zone()).getId(),
                      order.missed() == null ? Missed.ONCE : order.missed(),
                      order.overlap() == null ? Overlap.ALLOW : order.overlap(),
                      ScheduleState.ACTIVE,
                      first,
                      clock.instant());
              return keep(
                  new ScheduleStore.NewSchedule(
                      row, Sha256.hex(asGiven(order, work)), order.idempotencyKey()));
            });
  }

  /** What an order would be; fails as {@link #create} would. */
  public Future<CheckedSchedule> check(CheckSchedule wish) {
    CreateSchedule order = wish.order();
    CallContext caller = CallContext.currentOrSystem();
    orders.requireVisible(order);
    List<Instant> next = orders.next(order);
    return orders
        .content(order)
        .compose(
            content ->
                quota
                    .demand(caller, content.videos(), next.get(0))
                    .map(may -> new CheckedSchedule(content.title(), content.videos(), next)));
  }

  private Future<String> affordable(
      CreateSchedule order, CallContext caller, Instant first, OrderCheck.Content content) {
    return schedules
        .keyUse(database.writer(), caller.tenant(), order.idempotencyKey())
        .compose(
            use ->
                use.isPresent()
                    ? Future.succeededFuture()
                    : quota.demand(caller, content.videos(), first))
        .map(content.title());
  }

  private Future<Schedule> keep(ScheduleStore.NewSchedule schedule) {
    ScheduleRow row = schedule.row();
    return schedules
        .insert(database.writer(), schedule)
        .compose(
            kept ->
                kept ? views.find(database.writer(), row.tenant(), row.id()) : replay(schedule));
  }

  private Future<Schedule> replay(ScheduleStore.NewSchedule schedule) {
    String tenant = schedule.row().tenant();
    return schedules
        .keyUse(database.writer(), tenant, schedule.idempotencyKey())
        .compose(
            use -> {
              KeyUse known = use.orElseThrow();
              return known.hash().equals(schedule.contentHash())
                  ? views.find(database.writer(), tenant, known.id()).map(Schedule::asReplay)
                  : Future.failedFuture(
                      ServiceFailure.conflict(
                          "The idempotency key was used for another order, which made schedule "
                              + known.id()
                              + ": take a new key for a new schedule"));
            });
  }

  private static String asGiven(CreateSchedule order, ScheduledWork work) {
    return String.join(
        "\n",
        String.valueOf(order.name()),
        String.valueOf(order.runAt()),
        String.valueOf(order.cron()),
        String.valueOf(order.zone()),
        String.valueOf(order.missed()),
        String.valueOf(order.overlap()),
        String.valueOf(order.priority()),
        work.json());
  }
}
