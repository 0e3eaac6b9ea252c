package io.moneyprinter.codecs.schedule;

import java.util.List;

/**
 * A page of schedules.
 *
 * @param more whether there are older ones
 */
public record ScheduleList(List<Schedule> schedules, boolean more) {
  public ScheduleList {
    schedules = List.copyOf(schedules);
  }
}
