package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.batch.BriefTitle;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells at once what is wrong with an order for times to come, not when it is due. */
final class OrderCheck {
  private static final int MAX_NAME = 200;
  private static final int NEXT = 5;

  private final InstantSource clock;
  private final Function<CreateBatch, Future<Integer>> rows;

  /** What is ordered, in a few words, and how many videos that is each time. */
  record Content(String title, int videos) {}

  /**
   * @param rows how many rows a batch has; fails for one that cannot be made
   */
  OrderCheck(InstantSource clock, Function<CreateBatch, Future<Integer>> rows) {
    this.clock = clock;
    this.rows = rows;
  }

  /** Refuses names and keys that nobody could read. */
  void requireVisible(CreateSchedule order) {
    for (String text : new String[] {order.name(), order.idempotencyKey()}) {
      if (text != null && (text.isBlank() || text.length() > MAX_NAME || text.indexOf('\0') >= 0)) {
        throw ServiceFailure.invalid(
            text.equals(order.name()) ? "/name" : "/idempotencyKey",
            "must be 1 to " + MAX_NAME + " visible characters");
      }
    }
  }

  /** The first time that it is due; {@code INVALID} when there is none to come. */
  Instant first(CreateSchedule order) {
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

  /** The first times that it is due, {@value #NEXT} at most. */
  List<Instant> next(CreateSchedule order) {
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
    return next;
  }

  /** What is ordered; fails for what cannot be made. */
  Future<Content> content(CreateSchedule order) {
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
}
