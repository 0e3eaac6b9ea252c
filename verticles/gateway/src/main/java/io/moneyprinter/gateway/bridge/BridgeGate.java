package io.moneyprinter.gateway.bridge;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.events.MessageCount;
import io.moneyprinter.gateway.events.SocketLimits;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides over every message on the bridge, in either direction. Who the caller is, is looked up
 * again each time (which is remembered for a minute), so that a revoked credential is worth nothing
 * soon. Of one event loop.
 */
final class BridgeGate implements Handler<BridgeEvent> {
  static final String JOB = "client.videos.";
  static final String TENANT = "client.events.";
  static final String PERSON = "client.notifications.";

  private static final Logger LOG = LoggerFactory.getLogger(BridgeGate.class);
  private static final int POLICY = 1008;
  private static final int GOING_AWAY = 1001;

  private final Vertx vertx;
  private final Authentication authentication;
  private final BridgeDesk desk;
  private final SocketLimits limits;
  private final Consumer<HttpServerRequest> breaches;
  private final OpenConnections connections;
  private final Map<SockJSSocket, Admitted> sockets = new HashMap<>();

  /**
   * A socket that was let in.
   *
   * @param left to be called when it is closed
   */
  private record Admitted(MessageCount messages, Runnable left) {}

  /**
   * @param breaches hears of requests whose sockets were refused something
   */
  BridgeGate(
      Vertx vertx,
      Authentication authentication,
      BridgeDesk desk,
      SocketLimits limits,
      OpenConnections connections,
      Consumer<HttpServerRequest> breaches) {
    this.connections = connections;
    this.breaches = breaches;
    this.vertx = vertx;
    this.authentication = authentication;
    this.desk = desk;
    this.limits = limits;
  }

  /** Whether anybody listens. */
  boolean open() {
    return !sockets.isEmpty();
  }

  @Override
  public void handle(BridgeEvent event) {
    SockJSSocket socket = event.socket();
    switch (event.type()) {
      case SOCKET_CREATED -> event.complete(admit(socket));
      case SOCKET_CLOSED, SOCKET_ERROR -> {
        Admitted admitted = sockets.remove(socket);
        if (admitted != null) {
          admitted.left().run();
        }
        event.complete(true);
      }
      case SEND -> decide(event, watched(socket, counted(socket) ? send(event) : refused()));
      case REGISTER ->
          decide(event, watched(socket, counted(socket) ? register(event) : refused()));
      case UNREGISTER, SOCKET_PING -> event.complete(counted(socket));
      case RECEIVE -> decide(event, receive(event));
      case PUBLISH -> event.complete(false);
      default -> event.complete(true);
    }
  }

  /** Asking for what is not one's own, or too much, may be part of an attack. */
  private Future<Boolean> watched(SockJSSocket socket, Future<Boolean> verdict) {
    return verdict.onSuccess(
        allowed -> {
          if (!allowed) {
            breaches.accept(socket.routingContext().request());
          }
        });
  }

  private static Future<Boolean> refused() {
    return Future.succeededFuture(false);
  }

  private boolean admit(SockJSSocket socket) {
    if (sockets.size() >= limits.sockets()) {
      return false;
    }
    Runnable left =
        connections.enter(socket.routingContext(), reason -> socket.close(POLICY, reason));
    sockets.put(socket, new Admitted(new MessageCount(limits.messages()), left));
    return true;
  }

  /** Who talks too much is closed. */
  private boolean counted(SockJSSocket socket) {
    Admitted admitted = sockets.get(socket);
    if (admitted != null && admitted.messages().tooMany()) {
      socket.close(POLICY, "Too many messages");
      return false;
    }
    return true;
  }

  private void decide(BridgeEvent event, Future<Boolean> verdict) {
    verdict
        .otherwise(
            cause -> {
              LOG.debug("Refused over the bridge: {}", cause.getMessage());
              return false;
            })
        .onSuccess(event::complete);
  }

  private Future<Caller> caller(BridgeEvent event) {
    return authentication.again(event.socket().routingContext());
  }

  private Future<Boolean> send(BridgeEvent event) {
    JsonObject message = event.getRawMessage();
    return caller(event)
        .map(
            caller -> {
              Scope needed = desk.needed(message.getString("address")).orElse(null);
              if (needed == null || !needed.heldBy(caller)) {
                return false;
              }
              RoutingContext opened = event.socket().routingContext();
              // Whatever the client wrote there: who asks is for us to say.
              message.put(
                  "headers",
                  new JsonObject()
                      .put(BridgeDesk.TENANT, caller.tenant())
                      .put(BridgeDesk.SUBJECT, caller.subject())
                      .put(BridgeDesk.CORRELATION, Exchange.correlationId(opened)));
              event.setRawMessage(message);
              return true;
            });
  }

  private Future<Boolean> register(BridgeEvent event) {
    String address = String.valueOf(event.getRawMessage().getString("address"));
    return caller(event)
        .compose(
            caller -> {
              if (!Scope.VIDEOS_READ.heldBy(caller)) {
                return refused();
              }
              if (address.startsWith(PERSON)) {
                return Future.succeededFuture(
                    Scope.ACCOUNT_READ.heldBy(caller)
                        && address.equals(person(caller.tenant(), caller.subject())));
              }
              return address.startsWith(TENANT)
                  ? Future.succeededFuture(address.equals(TENANT + caller.tenant()))
                  : ownJob(event, address, caller);
            });
  }

  /** Where somebody's notices are told. */
  static String person(String tenant, String subject) {
    return PERSON + tenant + "." + subject;
  }

  private Future<Boolean> ownJob(BridgeEvent event, String address, Caller caller) {
    String id = address.startsWith(JOB) ? address.substring(JOB.length()) : "";
    if (!Query.isId(id)) {
      return refused();
    }
    CallContext asking =
        new CallContext(
            Exchange.correlationId(event.socket().routingContext()),
            caller.tenant(),
            caller.subject(),
            null);
    return OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(id), asking)
        .map(job -> job.tenant().equals(caller.tenant()));
  }

  private Future<Boolean> receive(BridgeEvent event) {
    JsonObject message = event.getRawMessage();
    String address = String.valueOf(message.getString("address"));
    if (address.startsWith(PERSON)) {
      return caller(event)
          .map(
              caller ->
                  address.equals(person(caller.tenant(), caller.subject()))
                      && Scope.ACCOUNT_READ.heldBy(caller));
    }
    if (!address.startsWith(JOB) && !address.startsWith(TENANT)) {
      return Future.succeededFuture(true); // the reply to what this socket was allowed to ask
    }
    String tenant =
        message.getValue("body") instanceof JsonObject body ? body.getString("tenant") : null;
    return caller(event)
        .map(caller -> caller.tenant().equals(tenant) && Scope.VIDEOS_READ.heldBy(caller));
  }

  /** Says good-bye on every socket. */
  void close() {
    List.copyOf(sockets.keySet())
        .forEach(socket -> socket.close(GOING_AWAY, "The node is stopping"));
    sockets.clear();
  }
}
