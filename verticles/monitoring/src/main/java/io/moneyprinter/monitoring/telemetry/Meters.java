package io.moneyprinter.monitoring.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.moneyprinter.codecs.monitoring.LoadSample;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** The meters of the process, the JVM's among them. */
final class Meters {
  /** Vert.x's timers that get buckets, so that percentiles can be had over many nodes. */
  private static final Set<String> TIMED =
      Set.of(
          "vertx.http.server.response.time",
          "vertx.http.client.response.time",
          "vertx.pool.queue.time",
          "vertx.pool.usage");

  /** Bounds of the buckets in nanoseconds, the unit of Vert.x's timers: 5 ms to 30 s. */
  private static final double[] BOUNDS =
      LoadSample.BOUNDS.stream()
          .mapToDouble(seconds -> seconds * Duration.ofSeconds(1).toNanos())
          .toArray();

  private static final Pattern ID =
      Pattern.compile("\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  private Meters(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  static Meters ofThisProcess() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry
        .config()
        .meterFilter(buckets())
        .meterFilter(MeterFilter.replaceTagValues("address", Meters::lasting));
    Meters meters = new Meters(registry);
    meters.bindJvm();
    return meters;
  }

  static MicrometerMetricsOptions vertxOptions() {
    return new MicrometerMetricsOptions()
        .setEnabled(true)
        .addLabels(
            Label.EB_ADDRESS,
            Label.EB_SIDE,
            Label.EB_FAILURE,
            Label.HTTP_ROUTE,
            Label.HTTP_METHOD,
            Label.HTTP_CODE,
            Label.POOL_TYPE,
            Label.POOL_NAME);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  void close() {
    collections.close();
    registry.close();
  }

  private void bindJvm() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /**
   * Vert.x names some addresses after a connection, and we some after a node; each would stay as a
   * series of its own.
   */
  private static String lasting(String address) {
    return address.startsWith("__vertx.") ? "__vertx" : ID.matcher(address).replaceFirst("");
  }

  private static MeterFilter buckets() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return TIMED.contains(id.getName())
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
