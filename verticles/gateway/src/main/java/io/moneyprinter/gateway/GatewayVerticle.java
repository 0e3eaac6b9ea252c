package io.moneyprinter.gateway;

import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.gateway.audit.AuditedRequests;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.auth.QuotaGate;
import io.moneyprinter.gateway.bridge.BridgeRoute;
import io.moneyprinter.gateway.cluster.ClusterRoutes;
import io.moneyprinter.gateway.cluster.JobExplorerRoutes;
import io.moneyprinter.gateway.events.EventConfig;
import io.moneyprinter.gateway.events.EventHub;
import io.moneyprinter.gateway.events.EventSocketRoute;
import io.moneyprinter.gateway.events.EventStreamRoute;
import io.moneyprinter.gateway.events.SocketLimits;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Origins;
import io.moneyprinter.gateway.http.RouteTable;
import io.moneyprinter.gateway.limit.RouteCosts;
import io.moneyprinter.gateway.proxy.BackendRoutes;
import io.moneyprinter.gateway.routes.BatchEventRoute;
import io.moneyprinter.gateway.routes.BridgeOffer;
import io.moneyprinter.gateway.threat.ThreatDetector;
import io.moneyprinter.gateway.threat.ThreatGate;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;

/** The door: HTTP, server-sent events and WebSocket in front of the services. */
public final class GatewayVerticle extends ServiceVerticle {
  /** Time between two looks at connections that stay open. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final GatewayConfig config;
  private final Clock clock = Clock.systemUTC();
  private RouteTable table;
  private GatewayServer server;

  public GatewayVerticle(GatewayConfig config, Node node) {
    super("gateway", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return scope
        .node()
        .pools()
        .run(Pool.MEDIA, () -> Documents.of(scope.node(), config.studio()))
        .compose(documents -> open(scope, documents));
  }

  private Future<?> open(ServiceScope scope, Documents documents) {
    Origins origins = new Origins(config.origins());
    EventHub hub =
        new EventHub(scope.vertx(), config.events().heartbeat(), config.events().streams());
    table = new RouteTable(scope.vertx());
    Authentication authentication = new Authentication(scope.bus(), config.auth(), origins, clock);
    ClientAddress addresses = new ClientAddress(config.http().trustedProxies());
    ThreatGate threats = threats(scope, authentication, addresses);
    OpenConnections connections =
        new OpenConnections(scope.vertx(), authentication, threats::locks, LOOK, clock);
    EventSocketRoute sockets =
        new EventSocketRoute(
            scope.vertx(), hub, origins, socketLimits(), connections, threats::breach);
    RouteCosts costs = new RouteCosts(config.limits().costs());
    Api api =
        new Entrance(config, scope, addresses)
            .open(table, origins, authentication, costs, documents);
    table.link(threats.hold());
    AuditTrail trail = new AuditTrail(scope.bus());
    table.link("/v1/", new AuditedRequests(trail, addresses));
    BackendRoutes backends = new BackendRoutes(scope, config.backends(), addresses);
    Operations operations = new Operations(config, scope, clock);
    operations.mountPublic(api, documents);
    scope.listen(
        AccountMessages.CREDENTIALS_CHANGED,
        change -> {
          authentication.forget(change);
          connections.changed(change);
        });
    table.link("/v1/", authentication);
    new QuotaGate(scope.bus()).mount(table);
    operations.mountPrivate(api, hub, documents.home());
    ClusterRoutes cluster = new ClusterRoutes(scope.vertx(), connections);
    cluster.mount(api);
    new JobExplorerRoutes(scope.bus()).mount(api);
    backends.mount(api);
    new EventStreamRoute(scope.vertx(), hub, connections).mount(api);
    BatchEventRoute batches =
        new BatchEventRoute(scope.vertx(), config.events().streams(), connections);
    batches.mount(api);
    sockets.mount(api);
    BridgeRoute bridge =
        new BridgeRoute(
            scope.vertx(),
            authentication,
            origins,
            socketLimits(),
            BridgeOffer.calls(),
            connections,
            threats::breach);
    bridge.mount(table);
    costs.requireAllKnown();

    scope.listen(
        OrchestrationMessages.JOB_EVENTS,
        event -> {
          hub.hear(event);
          sockets.hear(event);
          bridge.hear(event);
          batches.hear(event);
        });
    scope.listen(
        NotificationMessages.NOTICED,
        noticed -> {
          sockets.hear(noticed);
          bridge.hear(noticed);
        });
    scope.listen(ConfigMessages.CHANGED, sockets::hear);
    server = new GatewayServer(scope.vertx(), config, scope.node().meters(), hub, sockets);
    scope.onClose(backends::close);
    scope.onClose(server::close);
    scope.onClose(
        () -> {
          connections.close();
          cluster.stream().close();
          batches.close();
          return Future.succeededFuture();
        });
    scope.onClose(bridge::close); // before the server, whose good-bye says less
    return backends.open().compose(found -> server.listen(table.open()));
  }

  /** Watches from the head of the chain; its other link comes before the caller is looked up. */
  private ThreatGate threats(
      ServiceScope scope, Authentication authentication, ClientAddress addresses) {
    ThreatDetector detector = ThreatDetector.open(config.threats(), scope, clock);
    ThreatGate gate = new ThreatGate(detector, config.threats(), authentication, addresses);
    table.link(gate.watch());
    return gate;
  }

  private SocketLimits socketLimits() {
    EventConfig events = config.events();
    return new SocketLimits(
        events.sockets(), events.subscriptions(), events.messages(), events.heartbeat());
  }

  /** The TCP port it listens on; known once it is deployed. */
  public int port() {
    return server.port();
  }

  /** For tests that compare the routes with their description. */
  Router router() {
    return table.complete();
  }
}
