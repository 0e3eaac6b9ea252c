package io.moneyprinter.codecs.notification;

import io.moneyprinter.codecs.orchestration.JobEvent;
import java.util.List;

/** Stores events for replay and hands them to who listens. Recording one twice does no harm. */
public record RecordEvents(List<JobEvent> events) {
  public RecordEvents {
    events = List.copyOf(events);
  }
}
