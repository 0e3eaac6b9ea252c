package io.moneyprinter.monitoring;

import io.moneyprinter.monitoring.telemetry.OtlpHeaders;
import io.moneyprinter.platform.settings.Setting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of the monitoring service and of what is measured and traced. */
public record MonitoringConfig(
    @Setting(doc = "Address that the management port listens on.", value = "127.0.0.1") String host,
    @Setting(
            doc =
                "Port of /metrics and /health, 0 for any free one; absent: 8090, or the service's own"
                    + " on a node that runs one alone: 8001 users, 8002 content, 8003 speech,"
                    + " 8004 video, 8005 materials, 8006 orchestration, 8007 notification,"
                    + " 8008 analytics, 8009 config.",
            min = 0,
            max = 65_535)
        Optional<Integer> port,
    @Setting(
            doc =
                "OpenTelemetry collector that traces go to over OTLP/HTTP, such as"
                    + " http://127.0.0.1:4318; absent: traces are passed on, but not recorded.")
        Optional<String> tracesEndpoint,
    @Setting(
            doc =
                "Headers that the collector asks for, as OTEL_EXPORTER_OTLP_HEADERS has them: NAME=VALUE,"
                    + " separated by commas, such as Authorization=Bearer%20KEY; values may be"
                    + " percent-encoded.",
            secret = true)
        Optional<String> tracesHeaders,
    @Setting(
            doc =
                "Where people look at a trace, with {trace} in the place of its id, such as"
                    + " https://jaeger.example/trace/{trace}; the dashboard links jobs to it.")
        Optional<String> traceLink,
    @Setting(
            doc = "Share of the requests that begin a trace here which is recorded, 0 to 1.",
            value = "1",
            min = 0,
            max = 1)
        double tracesShare) {
  private static final int USUAL = 8090;
  private static final String TRACE = "{trace}";

  /** The first has 8001, the next 8002 and so on. */
  private static final List<String> NUMBERED =
      List.of(
          "users",
          "content",
          "speech",
          "video",
          "materials",
          "orchestration",
          "notification",
          "analytics",
          "config");

  /** What runs beside a service without being what the node is for. */
  private static final Set<String> COMPANIONS = Set.of("monitoring", "storage");

  public MonitoringConfig {
    tracesEndpoint.ifPresent(endpoint -> demandHttp("traces-endpoint", endpoint));
    traceLink.ifPresent(MonitoringConfig::demandPlace);
    tracesHeaders.ifPresent(OtlpHeaders::of);
  }

  private static void demandHttp(String setting, String address) {
    String scheme = URI.create(address).getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException(
          setting + " has to begin with http:// or https://, unlike " + address);
    }
  }

  private static void demandPlace(String link) {
    demandHttp("trace-link", link.replace(TRACE, "0"));
    if (!link.contains(TRACE)) {
      throw new IllegalArgumentException(
          "trace-link has to have " + TRACE + " in the place of the trace's id, unlike " + link);
    }
  }

  /** The management port of a node with these roles: the one that was set, or the usual one. */
  public int portWith(Set<String> roles) {
    return port.orElseGet(
        () -> {
          List<String> main = roles.stream().filter(role -> !COMPANIONS.contains(role)).toList();
          int number = main.size() == 1 ? NUMBERED.indexOf(main.get(0)) : -1;
          return number < 0 ? USUAL : 8001 + number;
        });
  }
}
