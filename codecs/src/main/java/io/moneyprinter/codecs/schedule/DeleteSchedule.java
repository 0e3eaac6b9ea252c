package io.moneyprinter.codecs.schedule;

import java.util.Objects;

/** Takes a schedule away; what it ordered stays. Only the tenant of the call may. */
public record DeleteSchedule(String scheduleId) {
  public DeleteSchedule {
    Objects.requireNonNull(scheduleId, "scheduleId");
  }
}
