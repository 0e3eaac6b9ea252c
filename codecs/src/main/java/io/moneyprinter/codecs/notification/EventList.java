package io.moneyprinter.codecs.notification;

import io.moneyprinter.codecs.orchestration.JobEvent;
import java.util.List;

/** Events of one job in order of their sequence. */
public record EventList(List<JobEvent> events) {
  public EventList {
    events = List.copyOf(events);
  }
}
