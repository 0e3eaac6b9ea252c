package io.moneyprinter.platform.events;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Future;
import java.util.List;

/** Where events go for consumers outside the system. */
public interface EventSink {
  /** Whether anybody outside is to be told at all. */
  boolean open();

  /**
   * Publishes events in order; done when the broker has confirmed all of them. May be called again
   * with the same events: job id and sequence identify each.
   */
  Future<Void> publish(List<JobEvent> events, String correlationId);

  /** That of an installation without a broker. */
  static EventSink none() {
    return new EventSink() {
      @Override
      public boolean open() {
        return false;
      }

      @Override
      public Future<Void> publish(List<JobEvent> events, String correlationId) {
        return Future.succeededFuture();
      }
    };
  }
}
