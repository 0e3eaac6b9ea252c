package io.moneyprinter.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.moneyprinter.codecs.bus.CallContext;
import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log line (the correlation id is on every line anyway) and one measurement for every request.
 * Query strings are left out of the log, and the metric is kept by route pattern, so that neither
 * grows with what callers make up.
 */
final class AccessLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("io.moneyprinter.gateway.access");
  private static final String METRIC = "gateway.http.requests";
  private static final int MAX_PATH = 200;

  /** Nothing was answered; no registered code says so, but this is the one that nginx writes. */
  private static final int NO_ANSWER = 499;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** What a timer is of; building one anew for each request would cost more than measuring. */
  private record Kind(String route, String method, int status) {}

  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final MeterRegistry meters;

  AccessLog(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void handle(RoutingContext ctx) {
    watch(ctx);
    ctx.next();
  }

  /** Writes down how the request ends. */
  void watch(RoutingContext ctx) {
    long began = System.nanoTime();
    ctx.addEndHandler(ended -> record(ctx, System.nanoTime() - began, ended.succeeded()));
  }

  private void record(RoutingContext ctx, long nanos, boolean whole) {
    // The status stands at 200 until a route sets another, also when the caller left before.
    int status = ctx.response().headWritten() ? ctx.response().getStatusCode() : NO_ANSWER;
    timers
        .computeIfAbsent(new Kind(routeOf(ctx), ctx.request().method().name(), status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    CallContext call = Exchange.call(ctx);
    String path = ctx.request().path();
    if (path != null && path.startsWith("/health")) {
      return; // asked every few seconds by whoever watches over the node
    }
    LOG.info(
        "{} {} {} {} ms, {} bytes{}, {}@{}",
        ctx.request().method(),
        printable(path),
        status,
        TimeUnit.NANOSECONDS.toMillis(nanos),
        ctx.response().bytesWritten(),
        whole ? "" : " and broken off",
        call.subject(),
        call.tenant());
  }

  private Timer timer(Kind kind) {
    return Timer.builder(METRIC)
        .description("HTTP requests by route")
        .tag("route", kind.route())
        .tag("method", kind.method())
        .tag("status", Integer.toString(kind.status()))
        .register(meters);
  }

  private static String routeOf(RoutingContext ctx) {
    Route route = ctx.currentRoute();
    return route == null || route.getPath() == null ? "none" : route.getPath();
  }

  /** A line break in a path may not begin a new line in the log. */
  private static String printable(String path) {
    if (path == null) {
      return "-";
    }
    String cut = path.length() > MAX_PATH ? path.substring(0, MAX_PATH) + "…" : path;
    return CONTROL.matcher(cut).replaceAll("?");
  }
}
