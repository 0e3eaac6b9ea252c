package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.regex.Pattern;

/** Orders videos, and tells how they are coming along. */
public final class VideoRoutes {
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final EventBus bus;
  private final BriefReader briefs;
  private final Acceptance acceptance;
  private final DryRun dryRun;

  public VideoRoutes(EventBus bus, Acceptance acceptance) {
    this.bus = bus;
    this.acceptance = acceptance;
    this.dryRun = new DryRun(bus);
    this.briefs = new BriefReader(bus);
  }

  public void mount(Api api) {
    api.trying().post("/v1/videos", Scope.VIDEOS_WRITE, this::create);
    api.get("/v1/videos", Scope.VIDEOS_READ, this::list);
    api.get("/v1/videos/:id", Scope.VIDEOS_READ, this::get);
  }

  private Future<?> create(RoutingContext ctx) {
    String key = idempotencyKey(ctx);
    Priority priority = Query.word(ctx, "priority", Priority.class);
    if (Query.flag(ctx, "dryRun")) {
      return briefs.read(ctx).compose(brief -> dryRun.answer(ctx, brief));
    }
    return briefs
        .read(ctx)
        .compose(
            brief ->
                OrchestrationMessages.CREATE_JOB.ask(
                    bus, new CreateJob(brief, key, priority), Exchange.call(ctx)))
        .compose(job -> acceptance.answer(ctx, job));
  }

  static String idempotencyKey(RoutingContext ctx) {
    String key = ctx.request().getHeader("Idempotency-Key");
    if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
      throw Query.wrong("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
    }
    return key;
  }

  private Future<?> list(RoutingContext ctx) {
    VideoSearch search = VideoSearch.read(ctx);
    return OrchestrationMessages.LIST_JOBS
        .ask(bus, search.wish(), Exchange.call(ctx))
        .compose(
            jobs ->
                Json.answer(ctx, 200, VideoPage.of(jobs, search.wish().limit(), search.filters())));
  }

  private Future<?> get(RoutingContext ctx) {
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(Query.id(ctx)), Exchange.call(ctx))
        .compose(job -> acceptance.waited(ctx, job))
        .compose(job -> Json.answer(ctx, tagOf(job), VideoView.of(job)));
  }

  /** What moves without the job being touched is in the tag: progress, place, money. */
  private static String tagOf(Job job) {
    Instant changed = job.updatedAt() == null ? Instant.EPOCH : job.updatedAt();
    return EntityTag.weak(
        Long.toString(changed.getEpochSecond(), 36)
            + "-"
            + Long.toString(changed.getNano(), 36)
            + "-"
            + job.queuePosition()
            + "-"
            + Long.toString(Math.round(job.progress() * 1e6), 36)
            + (job.cost() == null
                ? ""
                : "-"
                    + Long.toString(job.cost().reserved(), 36)
                    + "-"
                    + Long.toString(job.cost().settled(), 36)));
  }
}
