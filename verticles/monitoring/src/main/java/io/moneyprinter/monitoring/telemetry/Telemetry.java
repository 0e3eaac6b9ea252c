package io.moneyprinter.monitoring.telemetry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.moneyprinter.monitoring.MonitoringConfig;
import io.moneyprinter.platform.node.NodeInfo;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.tracing.opentelemetry.OpenTelemetryTracingFactory;

/**
 * What a node measures and traces with. Made before Vert.x, which is built on it; closed after
 * Vert.x, so that the last spans still leave.
 */
public final class Telemetry implements AutoCloseable {
  private final Meters meters;
  private final Tracing tracing;

  private Telemetry(Meters meters, Tracing tracing) {
    this.meters = meters;
    this.tracing = tracing;
  }

  /** Begins to measure; begins to send traces when the configuration says where to. */
  public static Telemetry open(MonitoringConfig config, NodeInfo node) {
    return with(Tracing.configured(config, node));
  }

  static Telemetry with(Tracing tracing) {
    return new Telemetry(Meters.ofThisProcess(), tracing);
  }

  /** All meters of the process: the JVM's are in it already, Vert.x adds its own. */
  public PrometheusMeterRegistry meters() {
    return meters.registry();
  }

  /** For spans of one's own; never the global instance. */
  public OpenTelemetry traces() {
    return tracing.openTelemetry();
  }

  /** Which of Vert.x's own meters there are, and by what they are told apart. */
  public MicrometerMetricsOptions metricsOptions() {
    return Meters.vertxOptions();
  }

  public MicrometerMetricsFactory metricsFactory() {
    return new MicrometerMetricsFactory(meters.registry());
  }

  public OpenTelemetryTracingFactory tracerFactory() {
    return new OpenTelemetryTracingFactory(tracing.openTelemetry());
  }

  /** A builder whose Vert.x is measured and traced by this; further pieces may be added to it. */
  public VertxBuilder instrument(VertxOptions options) {
    return Vertx.builder()
        .with(options.setMetricsOptions(metricsOptions()))
        .withMetrics(metricsFactory())
        .withTracer(tracerFactory());
  }

  /** Sends what is left, for at most five seconds. Blocks. */
  @Override
  public void close() {
    tracing.close();
    meters.close();
  }
}
