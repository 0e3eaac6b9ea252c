package io.moneyprinter.codecs.schedule;

import java.util.Objects;

/** Asks for one schedule of the tenant of the call. */
public record GetSchedule(String scheduleId) {
  public GetSchedule {
    Objects.requireNonNull(scheduleId, "scheduleId");
  }
}
