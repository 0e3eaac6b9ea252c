package io.moneyprinter.monitoring;

import io.moneyprinter.platform.settings.Setting;
import java.net.URI;
import java.util.Optional;

/** Settings of the monitoring service and of what is measured and traced. */
public record MonitoringConfig(
    @Setting(doc = "Address that the management port listens on.", value = "127.0.0.1") String host,
    @Setting(
            doc = "Port of /metrics and /health, 0 to 65535; 0 takes any free one.",
            value = "8090",
            min = 0,
            max = 65_535)
        int port,
    @Setting(
            doc =
                "OpenTelemetry collector that traces go to over OTLP/HTTP, such as"
                    + " http://127.0.0.1:4318; absent: traces are passed on, but not recorded.")
        Optional<String> tracesEndpoint,
    @Setting(
            doc = "Share of the requests that begin a trace here which is recorded, 0 to 1.",
            value = "1",
            min = 0,
            max = 1)
        double tracesShare) {
  public MonitoringConfig {
    tracesEndpoint.ifPresent(MonitoringConfig::demandHttp);
  }

  private static void demandHttp(String endpoint) {
    String scheme = URI.create(endpoint).getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException(
          "traces-endpoint has to begin with http:// or https://, unlike " + endpoint);
    }
  }
}
