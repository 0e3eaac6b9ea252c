package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.CheckSchedule;
import io.moneyprinter.codecs.schedule.CheckedSchedule;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.batch.BriefTitle;
import io.moneyprinter.orchestration.run.QuotaCheck;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes orders for times to come. What is wrong with them is told at once, not when they are due.
 */
public final class ScheduleDesk {
  private static final int MAX_NAME = 200;
  private static final int NEXT = 5;

  private final Database database;
  private final ScheduleStore schedules;
  private final ScheduleViews views;
  private final InstantSource clock;
  private final Function<CreateBatch, Future<Integer>> rows;
  private final QuotaCheck quota;

  /** What is ordered, in a few words, and how many videos that is each time. */
  private record Content(String title, int videos) {}

  /**
   * @param rows how many rows a batch has; fails for one that cannot be made
   */
  ScheduleDesk(
      Database database,
      ScheduleStore schedules,
      ScheduleViews views,
      InstantSource clock,
      Function<CreateBatch, Future<Integer>> rows,
      QuotaCheck quota) {
    this.quota = quota;
    this.database = database;
    this.schedules = schedules;
    this.views = views;
    this.clock = clock;
    this.rows = rows;
  }

  /**
   * Keeps a schedule, or answers with the one that the same idempotency key made before. Fails with
   * {@code INVALID} for times or work that cannot be, {@code CONFLICT} for a key used for another,
   * {@code QUOTA} when the videos of the month of its first time do not suffice for that.
   */
  public Future<Schedule> create(CreateSchedule order) {
    CallContext caller = CallContext.currentOrSystem();
    requireVisible(order);
    Instant first = first(order);
    return content(order)
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
    requireVisible(order);
    Instant first = first(order);
    List<Instant> next = new ArrayList<>(List.of(first));
    if (order.cron() != null) {
      CronTimes times = CronTimes.read(order.cron(), order.zone());
      Optional<Instant> time = times.after(first);
      while (time.isPresent() && next.size() < NEXT) {
        next.add(time.get());
        time = times.after(time.get());
      }
    }
    return content(order)
        .compose(
            content ->
                quota
                    .demand(caller, content.videos(), first)
                    .map(may -> new CheckedSchedule(content.title(), content.videos(), next)));
  }

  private static void requireVisible(CreateSchedule order) {
    for (String text : new String[] {order.name(), order.idempotencyKey()}) {
      if (text != null && (text.isBlank() || text.length() > MAX_NAME || text.indexOf('\0') >= 0)) {
        throw ServiceFailure.invalid(
            text.equals(order.name()) ? "/name" : "/idempotencyKey",
            "must be 1 to " + MAX_NAME + " visible characters");
      }
    }
  }

  private Instant first(CreateSchedule order) {
    if ((order.runAt() == null) == (order.cron() == null)) {
      throw ServiceFailure.invalid(
          "", "Say when: either runAt, for one time, or cron, for times that come again");
    }
    if (order.cron() != null) {
      return CronTimes.read(order.cron(), order.zone())
          .after(clock.instant())
          .orElseThrow(
              () -> ServiceFailure.invalid("/cron", "never comes, such as 30 February: mend it"));
    }
    try {
      Instant at = OffsetDateTime.parse(order.runAt()).toInstant();
      if (at.isBefore(clock.instant())) {
        throw ServiceFailure.invalid("/runAt", "has passed: take a time to come");
      }
      return at;
    } catch (DateTimeParseException e) {
      throw ServiceFailure.invalid(
          "/runAt", "must be a time with its offset, such as 2026-05-01T09:00:00+02:00");
    }
  }

  private Future<String> affordable(
      CreateSchedule order, CallContext caller, Instant first, Content content) {
    return schedules
        .keyUse(database.writer(), caller.tenant(), order.idempotencyKey())
        .compose(
            use ->
                use.isPresent()
                    ? Future.succeededFuture()
                    : quota.demand(caller, content.videos(), first))
        .map(content.title());
  }

  private Future<Content> content(CreateSchedule order) {
    VideoBrief brief = order.brief();
    if ((brief == null) == (order.batch() == null)) {
      throw ServiceFailure.invalid("", "Say what to make: either a brief or a batch");
    }
    if (brief == null) {
      return rows.apply(order.batch()).map(count -> new Content("A batch of " + count, count));
    }
    List<Violation> violations =
        BriefRules.violations(brief).stream()
            .map(wrong -> new Violation("/brief" + wrong.pointer(), wrong.message()))
            .toList();
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid("The brief cannot be made into a video", violations);
    }
    return Future.succeededFuture(new Content(BriefTitle.of(brief), 1));
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
              ScheduleStore.KeyUse known = use.orElseThrow();
              return known.contentHash().equals(schedule.contentHash())
                  ? views
                      .find(database.writer(), tenant, known.scheduleId())
                      .map(Schedule::asReplay)
                  : Future.failedFuture(
                      ServiceFailure.conflict(
                          "The idempotency key was used for another order, which made schedule "
                              + known.scheduleId()
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
