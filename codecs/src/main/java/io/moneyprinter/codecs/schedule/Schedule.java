package io.moneyprinter.codecs.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A video or a batch that is ordered at times to come.
 *
 * @param id UUID version 7, so that ids sort by age
 * @param batch whether it orders a batch
 * @param title what a person will know it by
 * @param cron {@code null} for a single time
 * @param zone whose clocks it goes by
 * @param next the next times, soonest first; none when paused or finished
 * @param runs the last times that came, newest first
 * @param replayed whether this answer repeats an earlier one to the same idempotency key
 */
public record Schedule(
    String id,
    String tenant,
    String name,
    ScheduleState state,
    boolean batch,
    String title,
    String cron,
    String zone,
    Missed missed,
    Overlap overlap,
    List<Instant> next,
    List<ScheduleRun> runs,
    Instant createdAt,
    boolean replayed) {
  public Schedule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(state, "state");
    next = next == null ? List.of() : List.copyOf(next);
    runs = runs == null ? List.of() : List.copyOf(runs);
  }

  /** The same schedule as an answer to a repeated order. */
  public Schedule asReplay() {
    return new Schedule(
        id, tenant, name, state, batch, title, cron, zone, missed, overlap, next, runs, createdAt,
        true);
  }
}
