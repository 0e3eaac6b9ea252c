package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.health.HealthReport;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Tells those who watch over the node how it is. */
public final class HealthRoutes {
  private record Status(String status, Instant timestamp, String version) {}

  private final HealthRegistry health;
  private final String version;
  private final boolean reasons;

  /**
   * @param reasons whether to tell why a check fails; the answer needs no credential, and a reason
   *     may name hosts
   */
  public HealthRoutes(HealthRegistry health, String version, boolean reasons) {
    this.health = health;
    this.version = version;
    this.reasons = reasons;
  }

  public void mount(Api api) {
    api.get("/health", Scope.PUBLIC, this::report);
    api.get("/health/ready", Scope.PUBLIC, this::ready);
    api.get("/health/live", Scope.PUBLIC, this::live);
  }

  private Future<?> report(RoutingContext ctx) {
    return health
        .report()
        .compose(report -> Json.answer(ctx, report.healthy() ? 200 : 503, shown(report)));
  }

  private HealthReport shown(HealthReport report) {
    if (reasons) {
      return report;
    }
    Map<String, String> checks = new TreeMap<>();
    report.checks().forEach((name, outcome) -> checks.put(name, brief(outcome)));
    return new HealthReport(report.status(), report.timestamp(), checks, report.version());
  }

  private static String brief(String outcome) {
    return outcome.equals("ok") ? outcome : "failing";
  }

  private Future<?> ready(RoutingContext ctx) {
    return health.ready() ? status(ctx, 200, "ready") : status(ctx, 503, "starting or stopping");
  }

  private Future<?> live(RoutingContext ctx) {
    return status(ctx, 200, "alive");
  }

  private Future<?> status(RoutingContext ctx, int code, String word) {
    return Json.answer(ctx, code, new Status(word, Instant.now(), version));
  }
}
