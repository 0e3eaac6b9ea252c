package io.moneyprinter.codecs.schedule;

import java.util.Objects;

/** Lets the times of a schedule pass without a run. Only the tenant of the call may. */
public record PauseSchedule(String scheduleId) {
  public PauseSchedule {
    Objects.requireNonNull(scheduleId, "scheduleId");
  }
}
