package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.OpenConnections;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Follows any number of jobs over one WebSocket (RFC 6455). */
public final class EventSocketRoute {
  private static final short GOING_AWAY = 1001;
  private static final short POLICY = 1008;
  private static final String STOPPING = "The node is stopping";

  private final Vertx vertx;
  private final EventHub hub;
  private final Origins origins;
  private final SocketLimits limits;
  private final Consumer<HttpServerRequest> breaches;
  private final OpenConnections connections;
  private final Map<ServerWebSocket, EventSocket> sockets = new HashMap<>();

  /**
   * @param connections ends sockets whose credential ends
   * @param breaches hears of requests whose sockets broke the rules
   */
  public EventSocketRoute(
      Vertx vertx,
      EventHub hub,
      Origins origins,
      SocketLimits limits,
      OpenConnections connections,
      Consumer<HttpServerRequest> breaches) {
    this.connections = connections;
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
    Caller who = Exchange.caller(ctx);
    CallContext caller = Exchange.call(ctx);
    return ctx.request().toWebSocket().onSuccess(socket -> open(ctx, socket, who, caller));
  }

  private void open(RoutingContext ctx, ServerWebSocket socket, Caller who, CallContext caller) {
    EventSocket session =
        new EventSocket(
            vertx, hub, socket, who, caller, limits, () -> breaches.accept(ctx.request()));
    sockets.put(socket, session);
    Runnable left = connections.enter(ctx, reason -> socket.close(POLICY, reason));
    socket.closeHandler(
        closed -> {
          left.run();
          sockets.remove(socket);
          session.close();
        });
    session.open();
  }

  /** A live event of any job. */
  public void hear(JobEvent event) {
    sockets.values().forEach(socket -> socket.watch().job(event));
  }

  /** A setting was changed. */
  public void hear(Setting changed) {
    sockets.values().forEach(socket -> socket.watch().setting(changed));
  }

  /** Somebody was told something, or has read it. */
  public void hear(Noticed noticed) {
    long sent = sockets.values().stream().filter(s -> s.watch().notice(noticed)).count();
    if (sent > 0 && noticed.notice() != null) {
      CallContext person =
          new CallContext(
              noticed.notice().id(), noticed.tenant(), noticed.subject(), /* deadline */ null);
      new MissedNotices(vertx.eventBus()).shown(List.of(noticed.notice()), person);
    }
  }

  /** Says good-bye on every socket. */
  public Future<?> close() {
    return Future.join(
        List.copyOf(sockets.keySet()).stream()
            .map(socket -> socket.close(GOING_AWAY, STOPPING))
            .toList());
  }
}
