package io.moneyprinter.gateway;

import io.moneyprinter.gateway.archive.ZipAnswer;
import io.moneyprinter.gateway.audit.AuditRoutes;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.gateway.events.EventHub;
import io.moneyprinter.gateway.events.JobWatch;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.page.StudioRoutes;
import io.moneyprinter.gateway.routes.Acceptance;
import io.moneyprinter.gateway.routes.AccessRoutes;
import io.moneyprinter.gateway.routes.AnalyticsRoutes;
import io.moneyprinter.gateway.routes.ArchiveRoutes;
import io.moneyprinter.gateway.routes.BatchCommandRoutes;
import io.moneyprinter.gateway.routes.BatchRoutes;
import io.moneyprinter.gateway.routes.CallerRoutes;
import io.moneyprinter.gateway.routes.CandidateRoutes;
import io.moneyprinter.gateway.routes.CaptionRoutes;
import io.moneyprinter.gateway.routes.CaptionTrackRoute;
import io.moneyprinter.gateway.routes.ConfigRoutes;
import io.moneyprinter.gateway.routes.CostRoutes;
import io.moneyprinter.gateway.routes.DeadLetterRoutes;
import io.moneyprinter.gateway.routes.FileRoute;
import io.moneyprinter.gateway.routes.FlagRoutes;
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
import io.moneyprinter.gateway.routes.PushRoutes;
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
import io.moneyprinter.gateway.routes.WorkflowRoutes;
import io.moneyprinter.gateway.threat.ThreatRoutes;
import io.moneyprinter.gateway.upload.UploadHome;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.eventbus.EventBus;
import java.time.Clock;

/** Puts the operations of the API into the table, each with what it needs. */
final class Operations {
  private final GatewayConfig config;
  private final ServiceScope scope;
  private final Clock clock;

  Operations(GatewayConfig config, ServiceScope scope, Clock clock) {
    this.config = config;
    this.scope = scope;
    this.clock = clock;
  }

  /** What needs no caller, or finds out by itself who it is. */
  void mountPublic(Api api, Documents documents) {
    boolean reasons = config.auth() == AuthMode.LOCAL;
    documents.watch().mount(api);
    new StudioRoutes(documents.studio()).mount(api);
    documents.api().mount(api);
    documents.schemas().mount(api);
    new HealthRoutes(scope.node().health(), scope.node().info().version(), reasons).mount(api);
    new AccessRoutes(scope.bus())
        .mountPublic(api, new ClientAddress(config.http().trustedProxies()));
    new NoticeRoutes(scope.bus()).mountPublic(api);
    new LinkedFileRoute(scope.vertx(), scope.node().blobs(), archives()).mount(api);
  }

  private ZipAnswer archives() {
    return new ZipAnswer(scope.vertx(), scope.node().blobs(), scope.node().pools());
  }

  /** What is asked in somebody's name; before it stands authentication. */
  void mountPrivate(Api api, EventHub hub, UploadHome home) {
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
    new WorkflowRoutes(bus).mount(api);
    new ScheduleRoutes(bus, config.http().batchLimit().bytes()).mount(api);
    new FileRoute(scope.vertx(), scope.node().blobs()::local).mount(api);
    new ArchiveRoutes(bus, archives()).mount(api);
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
    new LibraryRoutes(scope, home, config.uploads().minimumFree(), archives()).mount(api);
    new LinkRoutes(bus).mount(api);
    new UsageRoute(bus, clock).mount(api);
    new AnalyticsRoutes(bus, clock).mount(api);
    new StorageRoutes(bus).mount(api);
    new HoldRoutes(bus).mount(api);
    new ConfigRoutes(bus).mount(api);
    new FlagRoutes(bus).mount(api);
    new OutsideRoutes(bus).mount(api);
    new DeadLetterRoutes(bus).mount(api);
    new AuditRoutes(bus).mount(api);
    new ThreatRoutes(bus).mount(api);
    new NoticeRoutes(bus).mount(api);
    new PushRoutes(bus).mount(api);
    new WebhookRoutes(bus).mount(api);
    new AccessRoutes(bus).mountPrivate(api);
  }
}
