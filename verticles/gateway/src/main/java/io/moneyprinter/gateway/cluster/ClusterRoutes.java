package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.monitoring.DrainNode;
import io.moneyprinter.codecs.monitoring.Metric;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.monitoring.SetInstances;
import io.moneyprinter.codecs.monitoring.ShowSeries;
import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nodes of the cluster: looked at, drained, and told how often to run what. */
public final class ClusterRoutes {
  private static final String USUAL_RANGE = "15m";
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})([smh])");
  private static final Map<String, Integer> UNITS = Map.of("s", 1, "m", 60, "h", 3600);

  private record Wanted(Integer instances) {}

  private final JsonBody<Wanted> wishes =
      new JsonBody<>(
          Wanted.class, Map.of("/instances", "must be a whole number, 0 to " + SetInstances.MOST));
  private final EventBus bus;
  private final ClusterDesk desk;
  private final ClusterStream stream;

  public ClusterRoutes(Vertx vertx, OpenConnections connections) {
    this.bus = vertx.eventBus();
    this.desk = new ClusterDesk(bus);
    this.stream = new ClusterStream(vertx, desk, connections);
  }

  public void mount(Api api) {
    api.get("/v1/admin/cluster", Scope.OWNER, this::cluster);
    stream.mount(api);
    api.get("/v1/admin/nodes/:id", Scope.OWNER, this::node);
    api.post("/v1/admin/nodes/:id/drain", Scope.OWNER, this::drain);
    api.put("/v1/admin/nodes/:id/roles/:role/instances", Scope.OWNER, this::instances);
    api.get("/v1/admin/series", Scope.OWNER, this::series);
  }

  /** What is sent without end; to be closed before the server. */
  public ClusterStream stream() {
    return stream;
  }

  private Future<?> cluster(RoutingContext ctx) {
    return desk.report().compose(report -> Json.answer(ctx, 200, report));
  }

  private Future<?> node(RoutingContext ctx) {
    return desk.inspect(Query.id(ctx, "node"), Exchange.call(ctx))
        .compose(report -> Json.answer(ctx, 200, report));
  }

  private Future<?> drain(RoutingContext ctx) {
    String id = Query.id(ctx, "node");
    return desk.present(id, Exchange.call(ctx))
        .compose(beat -> MonitoringMessages.drain(id).ask(bus, new DrainNode(), Exchange.call(ctx)))
        .compose(progress -> Json.answer(ctx, 202, progress));
  }

  private Future<?> instances(RoutingContext ctx) {
    String id = Query.id(ctx, "node");
    Integer wanted = wishes.read(ctx).instances();
    if (wanted == null || wanted < 0 || wanted > SetInstances.MOST) {
      throw Query.wrong("instances", "must be a whole number, 0 to " + SetInstances.MOST);
    }
    SetInstances wish = new SetInstances(ctx.pathParam("role"), wanted);
    return desk.present(id, Exchange.call(ctx))
        .compose(beat -> MonitoringMessages.instances(id).ask(bus, wish, Exchange.call(ctx)))
        .compose(now -> Json.answer(ctx, 200, now));
  }

  private Future<?> series(RoutingContext ctx) {
    Metric metric = Query.word(ctx, "metric", Metric.class);
    if (metric == null) {
      throw Query.wrong("metric", "has to be given, such as requests");
    }
    String node = Query.text(ctx, "node").orElse(null);
    return MonitoringMessages.SHOW_SERIES
        .ask(bus, new ShowSeries(metric, range(ctx), node), Exchange.call(ctx))
        .compose(series -> Json.answer(ctx, 200, series));
  }

  /** Seconds. */
  private static int range(RoutingContext ctx) {
    String text = Query.text(ctx, "range").orElse(USUAL_RANGE);
    Matcher parts = RANGE.matcher(text);
    if (parts.matches()) {
      long seconds = Long.parseLong(parts.group(1)) * UNITS.get(parts.group(2));
      if (seconds >= 60 && seconds <= ShowSeries.MOST) {
        return (int) seconds;
      }
    }
    throw Query.wrong("range", "must be 1m to 1h, such as 15m, not '" + text + "'");
  }
}
