package io.moneyprinter.orchestration.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The times of a cron expression on the clocks of a zone: minute, hour, day of month, month, day of
 * week, as crontab(5) has them. When clocks are put forward, a time of a given hour that they leave
 * out comes at the end of the gap; when they are put back, a time of a given hour comes once, the
 * first time round, and one of every hour comes in both.
 */
final class CronTimes {
  private final String expression;
  private final ZoneId zone;
  private final ExecutionTime times;

  private CronTimes(String expression, ZoneId zone, Cron cron) {
    this.expression = expression;
    this.zone = zone;
    this.times = ExecutionTime.forCron(cron);
  }

  /**
   * Reads an expression.
   *
   * @param zone {@code null} for UTC
   * @throws ServiceFailure {@code INVALID} for what is none
   */
  static CronTimes read(String expression, String zone) {
    ZoneId place = Zones.read(zone);
    try {
      String words = expression.strip().replaceAll("\\s+", " ");
      Cron cron =
          new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
              .parse(words)
              .validate();
      return new CronTimes(words, place, cron);
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid(
          "/cron",
          "must be minute, hour, day of month, month and day of week, such as '0 9 * * MON-FRI': "
              + e.getMessage());
    }
  }

  /** The first time after an instant; empty when there is none, such as for 30 February. */
  Optional<Instant> after(Instant instant) {
    ZonedDateTime from = instant.atZone(zone);
    Optional<Instant> next = times.nextExecution(from).map(ZonedDateTime::toInstant);
    Optional<Instant> left = endOfGapAfter(from, next.orElse(null));
    return left.isPresent() ? left : next;
  }

  /** The end of the first gap before {@code limit} that swallows a time of a given hour. */
  private Optional<Instant> endOfGapAfter(ZonedDateTime from, Instant limit) {
    if (expression.split(" ")[1].startsWith("*") || limit == null) {
      return Optional.empty();
    }
    ZoneOffsetTransition change = zone.getRules().nextTransition(from.toInstant());
    while (change != null && change.getInstant().isBefore(limit)) {
      if (change.isGap() && within(change)) {
        return Optional.of(change.getInstant());
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return Optional.empty();
  }

  /** Whether the clocks would have shown a time, had they gone on as before. */
  private boolean within(ZoneOffsetTransition gap) {
    LocalDateTime before = gap.getDateTimeBefore();
    return times
        .nextExecution(before.minusSeconds(1).atZone(ZoneOffset.UTC))
        .filter(time -> time.toLocalDateTime().isBefore(gap.getDateTimeAfter()))
        .isPresent();
  }

  /** The last time up to an instant, at the soonest {@code first}. */
  Instant lastUntil(Instant instant, Instant first) {
    return times
        .lastExecution(instant.plusMillis(1).atZone(zone))
        .map(ZonedDateTime::toInstant)
        .filter(last -> last.isAfter(first))
        .orElse(first);
  }
}
