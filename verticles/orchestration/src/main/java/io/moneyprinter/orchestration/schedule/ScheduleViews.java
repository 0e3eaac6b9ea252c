package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.schedule.GetSchedule;
import io.moneyprinter.codecs.schedule.ListSchedules;
import io.moneyprinter.codecs.schedule.PreviewTimes;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleList;
import io.moneyprinter.codecs.schedule.ScheduleRun;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.codecs.schedule.TimeList;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows schedules to their owners. */
public final class ScheduleViews {
  private static final int NEXT = 5;

  private final Database database;
  private final ScheduleStore schedules;
  private final RunStore runs;
  private final InstantSource clock;

  ScheduleViews(Database database, ScheduleStore schedules, RunStore runs, InstantSource clock) {
    this.database = database;
    this.schedules = schedules;
    this.runs = runs;
    this.clock = clock;
  }

  /** One schedule; {@code NOT_FOUND} when there is none of that id or it is another tenant's. */
  public Future<Schedule> get(GetSchedule wish) {
    return find(database.writer(), CallContext.currentOrSystem().tenant(), id(wish.scheduleId()));
  }

  /** The tenant's schedules, newest first. */
  public Future<ScheduleList> list(ListSchedules wish) {
    UUID after = Ids.after(wish.after(), "a schedule");
    SqlClient reader = database.reader();
    return schedules
        .page(reader, CallContext.currentOrSystem().tenant(), after, wish.limit() + 1)
        .compose(
            found -> {
              boolean more = found.size() > wish.limit();
              List<ScheduleRow> page = more ? found.subList(0, wish.limit()) : found;
              return runs.last(reader, page.stream().map(ScheduleRow::id).toList())
                  .map(
                      last ->
                          new ScheduleList(
                              page.stream()
                                  .map(row -> view(row, last.getOrDefault(row.id(), List.of())))
                                  .toList(),
                              more));
            });
  }

  /** When a cron expression would be due next; {@code INVALID} for what is none. */
  public Future<TimeList> preview(PreviewTimes wish) {
    CronTimes times = CronTimes.read(wish.cron(), wish.zone());
    ZoneId zone = Zones.read(wish.zone());
    List<String> found = new ArrayList<>();
    Optional<Instant> next = times.after(clock.instant());
    while (next.isPresent() && found.size() < wish.count()) {
      found.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(next.get().atZone(zone)));
      next = times.after(next.get());
    }
    return Future.succeededFuture(new TimeList(found));
  }

  Future<Schedule> find(SqlClient client, String tenant, UUID id) {
    return schedules
        .one(client, tenant, id)
        .map(found -> found.orElseThrow(() -> unknown(id.toString())))
        .compose(
            row ->
                runs.last(client, List.of(id))
                    .map(last -> view(row, last.getOrDefault(id, List.of()))));
  }

  private static Schedule view(ScheduleRow row, List<ScheduleRun> last) {
    List<Instant> next = new ArrayList<>();
    Optional<Instant> time =
        row.state() == ScheduleState.ACTIVE ? Optional.ofNullable(row.nextAt()) : Optional.empty();
    while (time.isPresent() && next.size() < NEXT) {
      next.add(time.get());
      time = row.after(time.get());
    }
    return new Schedule(
        row.id().toString(),
        row.tenant(),
        row.name(),
        row.state(),
        row.batch(),
        row.title(),
        row.cron(),
        row.zone(),
        row.missed(),
        row.overlap(),
        next,
        last,
        row.createdAt(),
        false);
  }

  static UUID id(String text) {
    return Ids.read(text).orElseThrow(() -> unknown(text));
  }

  static ServiceFailure unknown(String id) {
    return ServiceFailure.notFound(
        "There is no schedule " + id + ": look it up in the list of schedules");
  }
}
