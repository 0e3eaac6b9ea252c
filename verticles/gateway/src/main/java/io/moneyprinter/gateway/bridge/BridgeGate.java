package io.moneyprinter.gateway.bridge;

import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.events.MessageCount;
import io.moneyprinter.gateway.events.SocketLimits;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets sockets and their messages through: not more than a socket may send, and only what {@link
 * BridgeRights} allow. Of one event loop.
 */
final class BridgeGate implements Handler<BridgeEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeGate.class);
  private static final int POLICY = 1008;
  private static final int GOING_AWAY = 1001;

  private final BridgeRights rights;
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
      BridgeRights rights,
      SocketLimits limits,
      OpenConnections connections,
      Consumer<HttpServerRequest> breaches) {
    this.connections = connections;
    this.breaches = breaches;
    this.rights = rights;
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
      case SEND -> decide(event, watched(socket, counted(socket) ? rights.send(event) : refused()));
      case REGISTER ->
          decide(event, watched(socket, counted(socket) ? rights.register(event) : refused()));
      case UNREGISTER, SOCKET_PING -> event.complete(counted(socket));
      case RECEIVE -> decide(event, rights.receive(event));
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

  /** Says good-bye on every socket. */
  void close() {
    List.copyOf(sockets.keySet())
        .forEach(socket -> socket.close(GOING_AWAY, "The node is stopping"));
    sockets.clear();
  }
}
