package io.moneyprinter.monitoring.telemetry;

import io.moneyprinter.monitoring.MonitoringConfig;
import io.moneyprinter.platform.node.NodeInfo;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Traces in the W3C form (Trace Context, level 1). Without a collector a trace that arrives is
 * passed on, and nothing is recorded.
 */
final class Tracing {
  private static final ContextPropagators W3C =
      ContextPropagators.create(W3CTraceContextPropagator.getInstance());

  private final OpenTelemetry openTelemetry;
  private final Runnable close;

  private Tracing(OpenTelemetry openTelemetry, Runnable close) {
    this.openTelemetry = openTelemetry;
    this.close = close;
  }

  static Tracing configured(MonitoringConfig config, NodeInfo node) {
    return config
        .tracesEndpoint()
        .map(
            endpoint ->
                recording(
                    sendingTo(
                        endpoint, config.tracesHeaders().map(OtlpHeaders::of).orElse(Map.of())),
                    config.tracesShare(),
                    node))
        .orElseGet(() -> new Tracing(OpenTelemetry.propagating(W3C), () -> {}));
  }

  /** Records the given share of the traces that begin here, and those that others record. */
  static Tracing recording(SpanProcessor processor, double share, NodeInfo node) {
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setPropagators(W3C)
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setResource(describe(node))
                    .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                    .addSpanProcessor(processor)
                    .build())
            .build();
    return new Tracing(sdk, () -> sdk.shutdown().join(5, TimeUnit.SECONDS));
  }

  OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  void close() {
    close.run();
  }

  private static SpanProcessor sendingTo(String collector, Map<String, String> headers) {
    String base =
        collector.endsWith("/") ? collector.substring(0, collector.length() - 1) : collector;
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(base + "/v1/traces").setCompression("gzip");
    headers.forEach(exporter::addHeader);
    return BatchSpanProcessor.builder(exporter.build()).build();
  }

  /** Resource attributes by the OpenTelemetry semantic conventions. */
  private static Resource describe(NodeInfo node) {
    return Resource.getDefault()
        .merge(
            Resource.create(
                Attributes.builder()
                    .put("service.name", "moneyprinter")
                    .put("service.version", node.version())
                    .put("service.instance.id", node.id())
                    .put("deployment.environment.name", node.environment())
                    .build()));
  }
}
