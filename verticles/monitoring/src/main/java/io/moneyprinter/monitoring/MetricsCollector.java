package io.moneyprinter.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Writes down all meters of the node in Prometheus' text form (exposition format 0.0.4). */
final class MetricsCollector {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Vertx vertx;
  private final MeterRegistry meters;

  MetricsCollector(Vertx vertx, MeterRegistry meters) {
    this.vertx = vertx;
    this.meters = meters;
  }

  /** {@code NOT_FOUND} when the node measures in another way. Thousands of series take a while. */
  Future<String> scrape() {
    return meters instanceof PrometheusMeterRegistry prometheus
        ? vertx.executeBlocking(() -> prometheus.scrape(), false)
        : Future.failedFuture(
            ServiceFailure.notFound("This node does not keep its meters for Prometheus"));
  }
}
