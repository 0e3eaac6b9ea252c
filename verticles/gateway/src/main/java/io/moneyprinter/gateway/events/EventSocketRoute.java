package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Origins;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Follows any number of jobs over one WebSocket (RFC 6455). */
public final class EventSocketRoute {
  private static final short GOING_AWAY = 1001;
  private static final String STOPPING = "The node is stopping";

  private final Vertx vertx;
  private final EventHub hub;
  private final Origins origins;
  private final SocketLimits limits;
  private final Consumer<HttpServerRequest> breaches;
  private final Set<ServerWebSocket> sockets = new HashSet<>();

  /**
   * @param breaches hears of requests whose sockets broke the rules
   */
  public EventSocketRoute(
      Vertx vertx,
      EventHub hub,
      Origins origins,
      SocketLimits limits,
      Consumer<HttpServerRequest> breaches) {
    this.breaches = breaches;
    this.vertx = vertx;
    this.hub = hub;
    this.origins = origins;
    this.limits = limits;
  }

  public void mount(Api api) {
    api.stream("/v1/events", Scope.VIDEOS_READ, this::upgrade);
  }

  private Future<?> upgrade(RoutingContext ctx) {
    if (!ctx.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
      throw new Refusal(426, "Open this address as a WebSocket (ws:// or wss://)");
    }
    if (origins.foreign(ctx.request())) {
      // Browsers let any page open a socket to anywhere; only the server can refuse it.
      throw new ServiceFailure(
          FailureCode.FORBIDDEN, "This origin is not listed in gateway.origins");
    }
    hub.requireRoom();
    if (sockets.size() >= limits.sockets()) {
      throw ServiceFailure.unavailable("All sockets are taken; try again in a moment");
    }
    CallContext caller = Exchange.call(ctx);
    return ctx.request().toWebSocket().onSuccess(socket -> open(ctx, socket, caller));
  }

  private void open(RoutingContext ctx, ServerWebSocket socket, CallContext caller) {
    sockets.add(socket);
    EventSocket session =
        new EventSocket(vertx, hub, socket, caller, limits, () -> breaches.accept(ctx.request()));
    socket.closeHandler(
        closed -> {
          sockets.remove(socket);
          session.close();
        });
    session.open();
  }

  /** Says good-bye on every socket. */
  public Future<?> close() {
    return Future.join(
        List.copyOf(sockets).stream().map(socket -> socket.close(GOING_AWAY, STOPPING)).toList());
  }
}
