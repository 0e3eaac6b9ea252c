package io.moneyprinter.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.events.EventHub;
import io.moneyprinter.gateway.events.EventSocketRoute;
import io.moneyprinter.gateway.firewall.ConnectionGuard;
import io.moneyprinter.gateway.firewall.FirewallConfig;
import io.moneyprinter.gateway.firewall.FirewallMode;
import io.moneyprinter.gateway.firewall.PaceLimits;
import io.moneyprinter.gateway.http.InvalidRequests;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listening port, from open to orderly close. */
final class GatewayServer {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  /** Longer than the time between two heartbeats, so that only dead connections are cut. */
  private static final int IDLE_SECONDS = 120;

  private static final int MAX_HEADERS = 16 * 1024;
  private static final int MAX_SOCKET_MESSAGE = 4 * 1024;

  private final HttpConfig config;
  private final EventHub hub;
  private final EventSocketRoute sockets;
  private final HttpServer server;

  GatewayServer(
      Vertx vertx,
      GatewayConfig gateway,
      MeterRegistry meters,
      EventHub hub,
      EventSocketRoute sockets) {
    this.config = gateway.http();
    this.hub = hub;
    this.sockets = sockets;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxHeaderSize(MAX_HEADERS)
            .setMaxWebSocketFrameSize(MAX_SOCKET_MESSAGE)
            .setHttp2ClearTextEnabled(config.h2c())
            .setMaxWebSocketMessageSize(MAX_SOCKET_MESSAGE);
    this.server = vertx.createHttpServer(options);
    server.invalidRequestHandler(new InvalidRequests(meters));
    FirewallConfig firewall = gateway.firewall();
    if (firewall.mode() != FirewallMode.OFF) {
      PaceLimits pace =
          new PaceLimits(firewall.headTime(), firewall.bodyRate(), firewall.bodyWindow());
      server.connectionHandler(new ConnectionGuard(options, pace, meters));
    }
  }

  Future<?> listen(Handler<HttpServerRequest> router) {
    return server
        .requestHandler(router)
        .exceptionHandler(broken -> LOG.debug("A connection broke: {}", broken.getMessage()))
        .listen()
        .onSuccess(open -> LOG.info("Listening on http://{}:{}", config.host(), port()))
        .recover(cause -> Future.failedFuture(explain(cause)));
  }

  private Throwable explain(Throwable cause) {
    return cause instanceof BindException
        ? new ServiceFailure(
            FailureCode.RESOURCE,
            "Cannot listen on %s port %d (%s). Stop what uses it, or set gateway.http.port"
                .formatted(config.host(), config.port(), cause.getMessage()))
        : cause;
  }

  int port() {
    return server.actualPort();
  }

  /**
   * Takes no more connections, ends the streams, waits for requests in flight for the configured
   * time, then closes what is left.
   */
  Future<?> close() {
    hub.close();
    return sockets
        .close()
        .eventually(() -> server.shutdown(config.drain().toMillis(), TimeUnit.MILLISECONDS));
  }
}
