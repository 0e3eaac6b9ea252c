package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.WriteMetadata;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Writes what a video would say, and what would stand with it, without making the video. */
public final class ScriptRoutes {
  private final EventBus bus;
  private final BriefReader briefs;
  private final DryRun dryRun;

  public ScriptRoutes(EventBus bus) {
    this.bus = bus;
    this.briefs = new BriefReader(bus);
    this.dryRun = new DryRun(bus);
  }

  public void mount(Api api) {
    api.trying().post("/v1/scripts", Scope.VIDEOS_WRITE, this::script);
    api.trying().post("/v1/metadata", Scope.VIDEOS_WRITE, this::metadata);
  }

  private Future<?> script(RoutingContext ctx) {
    if (Query.flag(ctx, "dryRun")) {
      return tried(ctx);
    }
    return briefs
        .read(ctx)
        .map(ScriptRoutes::written)
        .compose(
            brief ->
                ContentMessages.WRITE_SCRIPT.ask(bus, new WriteScript(brief), Exchange.call(ctx)))
        .compose(script -> Json.answer(ctx, 200, script));
  }

  private Future<?> tried(RoutingContext ctx) {
    return briefs
        .read(ctx)
        .map(ScriptRoutes::written)
        .compose(brief -> dryRun.answerWriting(ctx, brief));
  }

  private Future<?> metadata(RoutingContext ctx) {
    if (Query.flag(ctx, "dryRun")) {
      return tried(ctx);
    }
    return briefs
        .read(ctx)
        .map(ScriptRoutes::written)
        .compose(
            brief ->
                ContentMessages.WRITE_METADATA.ask(
                    bus, new WriteMetadata(brief, null), Exchange.call(ctx)))
        .compose(metadata -> Json.answer(ctx, 200, metadata));
  }

  private static VideoBrief written(VideoBrief brief) {
    if (brief.timeline() != null) {
      throw ServiceFailure.invalid(
          "/timeline", "has no script: give a topic, script, scenes or source instead");
    }
    return brief;
  }
}
