package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the state of the cluster as server-sent events to those who look; asks nobody when nobody
 * does. Of one event loop.
 */
public final class ClusterStream {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterStream.class);
  private static final long PAUSE_MILLIS = 1_500;
  private static final long NONE = -1;
  private static final int MOST_VIEWERS = 100;
  private static final String COME_BACK_MILLIS = "retry: 2000\n\n";

  private final Vertx vertx;
  private final ClusterDesk desk;
  private final OpenConnections connections;
  private final Set<HttpServerResponse> viewers = new LinkedHashSet<>();
  private long timer = NONE;
  private boolean leaving;

  ClusterStream(Vertx vertx, ClusterDesk desk, OpenConnections connections) {
    this.connections = connections;
    this.vertx = vertx;
    this.desk = desk;
  }

  void mount(Api api) {
    api.stream("/v1/admin/cluster/events", Scope.OWNER, this::follow);
  }

  private Future<?> follow(RoutingContext ctx) {
    if (leaving || viewers.size() >= MOST_VIEWERS) {
      return Future.failedFuture(
          ServiceFailure.unavailable("Too many look at once; try again in a moment"));
    }
    HttpServerResponse response = ctx.response();
    // The first answer comes before the stream begins, so that a failure is an ordinary one.
    return desk.report()
        .onSuccess(
            report -> {
              if (response.closed() || leaving) {
                return;
              }
              response
                  .putHeader("Content-Type", "text/event-stream")
                  .putHeader("Cache-Control", "no-store")
                  .putHeader("X-Accel-Buffering", "no") // nginx would hold events back
                  .setChunked(true);
              Runnable left = connections.stream(ctx);
              Handler<Object> over =
                  any -> {
                    left.run();
                    forget(response);
                  };
              response.closeHandler(over::handle);
              response.endHandler(over::handle);
              response.exceptionHandler(over::handle);
              response.write(COME_BACK_MILLIS + event(report));
              viewers.add(response);
              begin();
            });
  }

  private void begin() {
    if (timer == NONE) {
      timer = vertx.setPeriodic(PAUSE_MILLIS, tick -> send());
    }
  }

  private void forget(HttpServerResponse response) {
    viewers.remove(response);
    if (viewers.isEmpty() && timer != NONE) {
      vertx.cancelTimer(timer);
      timer = NONE;
    }
  }

  private void send() {
    desk.report()
        .onSuccess(report -> tell(event(report)))
        .onFailure(
            cause -> {
              LOG.debug("The cluster could not be asked: {}", cause.getMessage());
              tell(": nobody answers at present\n\n");
            });
  }

  /** Who reads slowly is left out; the next state says all that this one did. */
  private void tell(String text) {
    List.copyOf(viewers).stream()
        .filter(viewer -> !viewer.writeQueueFull())
        .forEach(viewer -> viewer.write(text));
  }

  private static String event(ClusterReport report) {
    return "event: cluster\ndata: " + Json.line(report) + "\n\n";
  }

  /** Ends all streams; those who look come back to another node. */
  public void close() {
    leaving = true;
    List.copyOf(viewers).forEach(viewer -> viewer.end(": the node is stopping, come back\n\n"));
    viewers.clear();
    if (timer != NONE) {
      vertx.cancelTimer(timer);
      timer = NONE;
    }
  }
}
