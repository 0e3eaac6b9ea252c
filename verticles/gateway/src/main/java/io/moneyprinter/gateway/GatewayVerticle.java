package io.moneyprinter.gateway;

import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.gateway.audit.AuditRoutes;
import io.moneyprinter.gateway.audit.AuditedRequests;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.QuotaGate;
import io.moneyprinter.gateway.bridge.BridgeRoute;
import io.moneyprinter.gateway.cluster.ClusterRoutes;
import io.moneyprinter.gateway.cluster.JobExplorerRoutes;
import io.moneyprinter.gateway.events.EventHub;
import io.moneyprinter.gateway.events.EventSocketRoute;
import io.moneyprinter.gateway.events.EventStreamRoute;
import io.moneyprinter.gateway.events.JobWatch;
import io.moneyprinter.gateway.events.SocketLimits;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Origins;
import io.moneyprinter.gateway.http.RouteTable;
import io.moneyprinter.gateway.limit.RouteCosts;
import io.moneyprinter.gateway.page.StudioRoutes;
import io.moneyprinter.gateway.proxy.BackendRoutes;
import io.moneyprinter.gateway.routes.Acceptance;
import io.moneyprinter.gateway.routes.AccessRoutes;
import io.moneyprinter.gateway.routes.BatchCommandRoutes;
import io.moneyprinter.gateway.routes.BatchEventRoute;
import io.moneyprinter.gateway.routes.BatchRoutes;
import io.moneyprinter.gateway.routes.BridgeOffer;
import io.moneyprinter.gateway.routes.CallerRoutes;
import io.moneyprinter.gateway.routes.CandidateRoutes;
import io.moneyprinter.gateway.routes.CaptionRoutes;
import io.moneyprinter.gateway.routes.CaptionTrackRoute;
import io.moneyprinter.gateway.routes.ConfigRoutes;
import io.moneyprinter.gateway.routes.CostRoutes;
import io.moneyprinter.gateway.routes.DeadLetterRoutes;
import io.moneyprinter.gateway.routes.FileRoute;
import io.moneyprinter.gateway.routes.HealthRoutes;
import io.moneyprinter.gateway.routes.HoldRoutes;
import io.moneyprinter.gateway.routes.LexiconRoutes;
import io.moneyprinter.gateway.routes.LibraryRoutes;
import io.moneyprinter.gateway.routes.LinkRoutes;
import io.moneyprinter.gateway.routes.LinkedFileRoute;
import io.moneyprinter.gateway.routes.LiveRoutes;
import io.moneyprinter.gateway.routes.MusicRoutes;
import io.moneyprinter.gateway.routes.NoticeRoutes;
import io.moneyprinter.gateway.routes.OutsideRoutes;
import io.moneyprinter.gateway.routes.SceneRoutes;
import io.moneyprinter.gateway.routes.ScheduleRoutes;
import io.moneyprinter.gateway.routes.ScriptRoutes;
import io.moneyprinter.gateway.routes.SourceRoutes;
import io.moneyprinter.gateway.routes.StorageRoutes;
import io.moneyprinter.gateway.routes.StoryboardRoutes;
import io.moneyprinter.gateway.routes.TemplateRoutes;
import io.moneyprinter.gateway.routes.UsageRoute;
import io.moneyprinter.gateway.routes.VerifyRoute;
import io.moneyprinter.gateway.routes.VideoCommandRoutes;
import io.moneyprinter.gateway.routes.VideoRoutes;
import io.moneyprinter.gateway.routes.VoiceRoutes;
import io.moneyprinter.gateway.routes.WebhookRoutes;
import io.moneyprinter.gateway.threat.ThreatDetector;
import io.moneyprinter.gateway.threat.ThreatGate;
import io.moneyprinter.gateway.threat.ThreatRoutes;
import io.moneyprinter.gateway.upload.UploadHome;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.Router;
import java.time.Clock;

/** The door: HTTP, server-sent events and WebSocket in front of the services. */
public final class GatewayVerticle extends ServiceVerticle {
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
        .run(Pool.MEDIA, () -> Documents.load(scope.node(), config.studio()))
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
    EventSocketRoute sockets =
        new EventSocketRoute(scope.vertx(), hub, origins, socketLimits(), threats::breach);
    RouteCosts costs = new RouteCosts(config.limits().costs());
    Api api =
        new Entrance(config, scope, addresses)
            .open(table, origins, authentication, costs, documents.script());
    table.link(threats.hold());
    AuditTrail trail = new AuditTrail(scope.bus());
    table.link("/v1/", new AuditedRequests(trail, addresses));
    BackendRoutes backends = new BackendRoutes(scope.node(), config.backends(), addresses);
    mountPublic(api, scope, documents);
    scope.listen(AccountMessages.CREDENTIALS_CHANGED, authentication::forget);
    table.link("/v1/", authentication);
    new QuotaGate(scope.bus()).mount(table);
    mountPrivate(api, scope, hub, documents.home());
    ClusterRoutes cluster = new ClusterRoutes(scope.vertx());
    cluster.mount(api);
    new JobExplorerRoutes(scope.bus()).mount(api);
    backends.mount(api);
    new EventStreamRoute(scope.vertx(), hub).mount(api);
    BatchEventRoute batches = new BatchEventRoute(scope.vertx(), config.events().streams());
    batches.mount(api);
    sockets.mount(api);
    BridgeRoute bridge =
        new BridgeRoute(
            scope.vertx(),
            authentication,
            origins,
            socketLimits(),
            BridgeOffer.calls(),
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

  private void mountPublic(Api api, ServiceScope scope, Documents documents) {
    boolean reasons = config.auth() == AuthMode.LOCAL;
    documents.page().mount(api);
    documents.watch().mount(api);
    new StudioRoutes(documents.studio()).mount(api);
    documents.api().mount(api);
    documents.schemas().mount(api);
    new HealthRoutes(scope.node().health(), scope.node().info().version(), reasons).mount(api);
    new AccessRoutes(scope.bus())
        .mountPublic(api, new ClientAddress(config.http().trustedProxies()));
    new NoticeRoutes(scope.bus()).mountPublic(api);
    new LinkedFileRoute(scope.vertx(), scope.node().blobs()).mount(api);
  }

  private void mountPrivate(Api api, ServiceScope scope, EventHub hub, UploadHome home) {
    EventBus bus = scope.bus();
    Acceptance acceptance = new Acceptance(new JobWatch(scope.vertx(), hub));
    new CallerRoutes(config.auth()).mount(api);
    new VideoRoutes(bus, acceptance).mount(api);
    new VideoCommandRoutes(bus, acceptance).mount(api);
    new CostRoutes(bus).mount(api);
    new CandidateRoutes(bus).mount(api);
    new SceneRoutes(scope.vertx(), scope.node().blobs()::local).mount(api);
    new StoryboardRoutes(scope.vertx(), scope.node().blobs()::local, acceptance).mount(api);
    new BatchRoutes(bus, config.http().batchLimit().bytes()).mount(api);
    new BatchCommandRoutes(bus).mount(api);
    new ScheduleRoutes(bus, config.http().batchLimit().bytes()).mount(api);
    new FileRoute(scope.vertx(), scope.node().blobs()::local).mount(api);
    new VerifyRoute(scope.vertx(), scope.node().blobs()::local).mount(api);
    new LiveRoutes(scope.vertx(), scope.node().blobs()::local).mount(api);
    new CaptionTrackRoute(bus, scope.node().blobs()::local).mount(api);
    new VoiceRoutes(bus, scope.node().blobs()::local).mount(api);
    new LexiconRoutes(bus).mount(api);
    new SourceRoutes(bus).mount(api);
    new MusicRoutes(scope.vertx(), scope.node().blobs(), config.http().musicLimit().bytes())
        .mount(api);
    new TemplateRoutes(bus).mount(api);
    new ScriptRoutes(bus).mount(api);
    new CaptionRoutes(bus, scope.node().blobs()::local).mount(api);
    new LibraryRoutes(scope, home, config.uploads().minimumFree()).mount(api);
    new LinkRoutes(bus).mount(api);
    new UsageRoute(bus, clock).mount(api);
    new StorageRoutes(bus).mount(api);
    new HoldRoutes(bus).mount(api);
    new ConfigRoutes(bus).mount(api);
    new OutsideRoutes(bus).mount(api);
    new DeadLetterRoutes(bus).mount(api);
    new AuditRoutes(bus).mount(api);
    new ThreatRoutes(bus).mount(api);
    new NoticeRoutes(bus).mount(api);
    new WebhookRoutes(bus).mount(api);
    new AccessRoutes(bus).mountPrivate(api);
  }

  private SocketLimits socketLimits() {
    GatewayConfig.Events events = config.events();
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
