package io.moneyprinter.gateway.bridge;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.events.SocketLimits;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Origins;
import io.moneyprinter.gateway.http.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens the bridge for the usual event-bus clients of browsers, over SockJS or a plain WebSocket. A
 * bus address reaches it only by being named here: what clients ask is answered by {@link
 * BridgeDesk}, what they hear are events of jobs of their own tenant. Of one event loop.
 */
public final class BridgeRoute {
  private static final String PATH = "/v1/bridge/*";
  private static final int LONGEST_ADDRESS = 120;
  private static final int PATIENCE = 3;
  private static final DeliveryOptions HERE = new DeliveryOptions().setLocalOnly(true);

  private final Vertx vertx;
  private final Origins origins;
  private final SocketLimits limits;
  private final List<BridgeCall<?, ?>> offered;
  private final BridgeDesk desk;
  private final BridgeGate gate;

  public BridgeRoute(
      Vertx vertx,
      Authentication authentication,
      Origins origins,
      SocketLimits limits,
      List<BridgeCall<?, ?>> offered,
      OpenConnections connections,
      Consumer<HttpServerRequest> breaches) {
    this.vertx = vertx;
    this.origins = origins;
    this.limits = limits;
    this.offered = offered;
    this.desk = new BridgeDesk(vertx, offered);
    this.gate =
        new BridgeGate(
            new BridgeRights(vertx, authentication, desk), limits, connections, breaches);
  }

  /** Behind authentication. */
  public void mount(RouteTable table) {
    SockJSBridgeOptions bridge =
        new SockJSBridgeOptions()
            .setMaxAddressLength(LONGEST_ADDRESS)
            .setMaxHandlersPerSocket(limits.subscriptions())
            .setPingTimeout(limits.heartbeat().toMillis() * PATIENCE)
            .addInboundPermitted(new PermittedOptions().setAddress(BridgeDesk.WHO_AM_I))
            .addOutboundPermitted(
                new PermittedOptions().setAddressRegex("client\\.videos\\.[0-9a-f-]{36}"))
            .addOutboundPermitted(new PermittedOptions().setAddressRegex("client\\.events\\..+"))
            .addOutboundPermitted(
                new PermittedOptions().setAddressRegex("client\\.notifications\\..+"));
    offered.forEach(
        call -> bridge.addInboundPermitted(new PermittedOptions().setAddress(call.address())));
    SockJSHandlerOptions sockets =
        new SockJSHandlerOptions()
            .setHeartbeatInterval(limits.heartbeat().toMillis())
            .setInsertJSESSIONID(false)
            .setRegisterWriteHandler(false);
    Router opened = SockJSHandler.create(vertx, sockets).bridge(bridge, gate);
    table.at(
        PATH,
        router -> {
          router.route(PATH).handler(this::ownPagesOnly);
          router.route(PATH).subRouter(opened);
        });
  }

  /** Browsers let any page open a socket to anywhere; only the server can refuse it. */
  private void ownPagesOnly(RoutingContext ctx) {
    if (origins.foreign(ctx.request())) {
      ctx.fail(
          new ServiceFailure(
              FailureCode.FORBIDDEN, "This origin is not listed in gateway.origins"));
    } else {
      ctx.next();
    }
  }

  /** Hands a live event to those who listen on this instance. */
  public void hear(JobEvent event) {
    if (gate.open()) {
      JsonObject body = new JsonObject(Json.buffer(event));
      vertx.eventBus().publish(BridgeRights.JOB + event.jobId(), body, HERE);
      vertx.eventBus().publish(BridgeRights.TENANT + event.tenant(), body, HERE);
    }
  }

  /** The same for what one person is told. */
  public void hear(Noticed noticed) {
    if (gate.open()) {
      vertx
          .eventBus()
          .publish(
              BridgeRights.person(noticed.tenant(), noticed.subject()),
              new JsonObject(Json.buffer(noticed)),
              HERE);
    }
  }

  public Future<?> close() {
    gate.close();
    return desk.close();
  }
}
