package io.moneyprinter.codecs.schedule;

import java.util.Objects;

/** Goes on with a paused schedule. Only the tenant of the call may. */
public record ResumeSchedule(String scheduleId) {
  public ResumeSchedule {
    Objects.requireNonNull(scheduleId, "scheduleId");
  }
}
