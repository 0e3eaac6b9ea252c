package io.moneyprinter.codecs.schedule;

import java.time.Instant;
import java.util.Objects;

/**
 * One time of a schedule that has come.
 *
 * @param due the time, not when it was seen
 * @param jobId of the video ordered; {@code null} for none
 * @param batchId of the batch ordered; {@code null} for none
 * @param message why it was passed over or could not be ordered; {@code null} otherwise
 */
public record ScheduleRun(
    Instant due, RunState state, String jobId, String batchId, String message) {
  public ScheduleRun {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(state, "state");
  }
}
