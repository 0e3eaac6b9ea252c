package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.ScheduleState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A schedule as it is kept.
 *
 * @param name {@code null} for none
 * @param cron {@code null} for a single time
 * @param nextAt {@code null} when no time is left
 */
record ScheduleRow(
    UUID id,
    String tenant,
    String subject,
    String name,
    String title,
    boolean batch,
    String work,
    Priority priority,
    String cron,
    String zone,
    Missed missed,
    Overlap overlap,
    ScheduleState state,
    Instant nextAt,
    Instant createdAt) {
  /** The first time after an instant; empty when none is left. */
  Optional<Instant> after(Instant instant) {
    return cron == null ? Optional.empty() : CronTimes.read(cron, zone).after(instant);
  }

  /** The last of the times that came up to now. */
  Instant lastUntil(Instant now) {
    return cron == null ? nextAt : CronTimes.read(cron, zone).lastUntil(now, nextAt);
  }
}
