package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.schedule.DeleteSchedule;
import io.moneyprinter.codecs.schedule.PauseSchedule;
import io.moneyprinter.codecs.schedule.ResumeSchedule;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** What an owner may do with a schedule: each of it harmless when asked for twice. */
public final class ScheduleControl {
  private final Database database;
  private final ScheduleStore schedules;
  private final ScheduleViews views;
  private final InstantSource clock;

  ScheduleControl(
      Database database, ScheduleStore schedules, ScheduleViews views, InstantSource clock) {
    this.database = database;
    this.schedules = schedules;
    this.views = views;
    this.clock = clock;
  }

  private interface Change {
    Future<?> of(SqlConnection connection, ScheduleRow schedule);
  }

  /** Lets its times pass; {@code CONFLICT} when none is left. */
  public Future<Schedule> pause(PauseSchedule wish) {
    return change(
        wish.scheduleId(),
        (connection, schedule) ->
            requireTime(schedule)
                .compose(
                    left ->
                        schedules.update(
                            connection, schedule, ScheduleState.PAUSED, schedule.nextAt())));
  }

  /**
   * Goes on with the next time; those that passed meanwhile are not made up for, unless it is the
   * only one. {@code CONFLICT} when none is left.
   */
  public Future<Schedule> resume(ResumeSchedule wish) {
    return change(
        wish.scheduleId(),
        (connection, schedule) ->
            requireTime(schedule)
                .compose(
                    left ->
                        schedule.state() == ScheduleState.ACTIVE
                            ? Future.succeededFuture()
                            : schedules.update(
                                connection, schedule, ScheduleState.ACTIVE, nextOf(schedule))));
  }

  private Instant nextOf(ScheduleRow schedule) {
    return schedule.after(clock.instant()).orElse(schedule.nextAt());
  }

  /** Takes it away, and answers with what it was. */
  public Future<Schedule> delete(DeleteSchedule wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = ScheduleViews.id(wish.scheduleId());
    return database
        .writer()
        .withTransaction(
            connection ->
                schedules
                    .lock(connection, tenant, id)
                    .compose(locked -> views.find(connection, tenant, id))
                    .compose(was -> schedules.delete(connection, tenant, id).map(was)));
  }

  private static Future<Void> requireTime(ScheduleRow schedule) {
    return schedule.state() == ScheduleState.FINISHED
        ? Future.failedFuture(
            ServiceFailure.conflict(
                "Schedule " + schedule.id() + " is FINISHED: no time of it is left"))
        : Future.succeededFuture();
  }

  private Future<Schedule> change(String scheduleId, Change change) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = ScheduleViews.id(scheduleId);
    return database
        .writer()
        .withTransaction(
            connection ->
                schedules
                    .lock(connection, tenant, id)
                    .compose(
                        found ->
                            change.of(
                                connection,
                                found.orElseThrow(() -> ScheduleViews.unknown(scheduleId))))
                    .compose(changed -> views.find(connection, tenant, id)));
  }
}
