package io.moneyprinter.platform.tasks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how many tickets wait in each queue, as {@code queue.depth}. */
public final class QueueMeters {
  private static final Logger LOG = LoggerFactory.getLogger(QueueMeters.class);

  private final TaskQueue queue;
  private final MultiGauge depths;

  private QueueMeters(TaskQueue queue, MeterRegistry meters) {
    this.queue = queue;
    this.depths =
        MultiGauge.builder("queue.depth")
            .description("Tickets waiting in a work queue, or dead letters")
            .register(meters);
  }

  /** Looks every {@code pause} until Vert.x closes. */
  public static void start(Vertx vertx, TaskQueue queue, MeterRegistry meters, Duration pause) {
    QueueMeters own = new QueueMeters(queue, meters);
    own.look();
    vertx.setPeriodic(pause.toMillis(), tick -> own.look());
  }

  private void look() {
    queue
        .depths()
        .onSuccess(
            found ->
                depths.register(
                    found.entrySet().stream()
                        .map(
                            each ->
                                MultiGauge.Row.of(Tags.of("queue", each.getKey()), each.getValue()))
                        .toList(),
                    true))
        .onFailure(cause -> LOG.debug("The queues could not be measured: {}", cause.getMessage()));
  }
}
