package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.RunState;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Notes the times that came. The note and the schedule's next time are written in one transaction
 * that holds the schedule, so any number of nodes may look and each time is noted once.
 */
final class DueTimes {
  private final Pool pool;
  private final ScheduleStore schedules;
  private final RunStore runs;
  private final InstantSource clock;
  private final Duration grace;

  /**
   * @param grace how late a time may be seen before it counts as missed
   */
  DueTimes(Pool pool, ScheduleStore schedules, RunStore runs, InstantSource clock, Duration grace) {
    this.pool = pool;
    this.schedules = schedules;
    this.runs = runs;
    this.clock = clock;
    this.grace = grace;
  }

  /** Notes all that are due, one schedule after the other. */
  Future<?> note() {
    Instant now = clock.instant();
    return pool.withTransaction(connection -> noteOne(connection, now))
        .compose(found -> found ? note() : Future.succeededFuture());
  }

  private Future<Boolean> noteOne(SqlConnection connection, Instant now) {
    return schedules
        .lockDue(connection, now)
        .compose(
            due ->
                due.isEmpty()
                    ? Future.succeededFuture(false)
                    : note(connection, due.get(), now).map(true));
  }

  private Future<?> note(SqlConnection connection, ScheduleRow schedule, Instant now) {
    Instant due = schedule.lastUntil(now);
    Optional<Instant> next = schedule.after(now);
    ScheduleState state = next.isPresent() ? ScheduleState.ACTIVE : ScheduleState.FINISHED;
    return why(connection, schedule, due, now)
        .compose(
            why ->
                runs.insert(
                    connection,
                    schedule.id(),
                    due,
                    why.isPresent() ? RunState.SKIPPED : RunState.PENDING,
                    why.orElse(null)))
        .compose(noted -> schedules.update(connection, schedule, state, next.orElse(null)));
  }

  /** Why the time is passed over; empty when it is not. */
  private Future<Optional<String>> why(
      SqlConnection connection, ScheduleRow schedule, Instant due, Instant now) {
    if (schedule.missed() == Missed.SKIP && due.plus(grace).isBefore(now)) {
      return Future.succeededFuture(
          Optional.of("The time passed while no node was there to see it"));
    }
    if (schedule.overlap() == Overlap.ALLOW) {
      return Future.succeededFuture(Optional.empty());
    }
    return runs.underWay(connection, schedule.id())
        .map(
            under ->
                under
                    ? Optional.of("The run before had not come to its end")
                    : Optional.<String>empty());
  }
}
