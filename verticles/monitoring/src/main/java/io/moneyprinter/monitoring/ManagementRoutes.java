package io.moneyprinter.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.monitoring.agent.NodeDrain;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** What the management port answers. */
final class ManagementRoutes {
  /** A failure in the form of RFC 9457. */
  record Problem(String title, int status, String detail) {}

  private static final String JSON = "application/json";

  private final MetricsCollector metrics;
  private final HealthChecker health;
  private final NodeDrain drain;

  ManagementRoutes(MetricsCollector metrics, HealthChecker health, NodeDrain drain) {
    this.metrics = metrics;
    this.health = health;
    this.drain = drain;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    read(router, "/metrics")
        .handler(call -> send(call, MetricsCollector.MEDIA_TYPE, metrics.scrape()));
    json(router, "/health", call -> health.node());
    json(router, "/health/ready", call -> health.ready());
    json(router, "/health/live", call -> health.live());
    json(router, "/health/:service", call -> health.service(call.pathParam("service")));
    json(router, "/drain", call -> drain.look());
    router.post("/drain").handler(this::drain);
    return router;
  }

  /** A page of another site can make a browser post, but not with this type unless it is let. */
  private void drain(RoutingContext call) {
    String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.startsWith(JSON)) {
      refuse(call, ServiceFailure.invalid("", "Post to /drain with Content-Type: " + JSON));
    } else {
      send(call, JSON, drain.begin().map(ManagementRoutes::text));
    }
  }

  private static void json(
      Router router, String path, Function<RoutingContext, Future<? extends Record>> answer) {
    read(router, path)
        .handler(call -> send(call, JSON, answer.apply(call).map(ManagementRoutes::text)));
  }

  private static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private static void send(RoutingContext call, String mediaType, Future<String> answer) {
    answer
        .onSuccess(body -> end(call, 200, mediaType, body))
        .onFailure(cause -> refuse(call, ServiceFailure.from(cause)));
  }

  private static void refuse(RoutingContext call, ServiceFailure failure) {
    int status = failure.code().httpStatus();
    Problem problem = new Problem(failure.code().name(), status, failure.getMessage());
    end(call, status, "application/problem+json", text(problem));
  }

  private static void end(RoutingContext call, int status, String mediaType, String body) {
    call.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  private static String text(Record answer) {
    try {
      return RecordJson.wire().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record did not become JSON", e);
    }
  }
}
