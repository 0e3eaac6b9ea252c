package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.DeleteJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.RerunJob;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.codecs.orchestration.SetPriority;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.JsonTree;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What an owner may do with a video that was ordered. */
public final class VideoCommandRoutes {
  /** The body of a decision; all of it may be left out. */
  record Decision(String step, String comment) {
    static final Decision PLAIN = new Decision(null, null);
  }

  /** The body of a change of priority. */
  record NewPriority(Priority priority) {}

  private final EventBus bus;
  private final Acceptance acceptance;
  private final JsonBody<Decision> decisions = new JsonBody<>(Decision.class, Map.of());
  private final JsonBody<NewPriority> priorities = new JsonBody<>(NewPriority.class, Map.of());

  public VideoCommandRoutes(EventBus bus, Acceptance acceptance) {
    this.acceptance = acceptance;
    this.bus = bus;
  }

  public void mount(Api api) {
    api.post("/v1/videos/:id/cancel", Scope.VIDEOS_WRITE, this::cancel);
    api.post("/v1/videos/:id/pause", Scope.VIDEOS_WRITE, this::pause);
    api.post("/v1/videos/:id/resume", Scope.VIDEOS_WRITE, this::resume);
    api.post("/v1/videos/:id/retry", Scope.VIDEOS_WRITE, this::retry);
    api.post("/v1/videos/:id/rerun", Scope.VIDEOS_WRITE, this::rerun);
    api.post("/v1/videos/:id/approve", Scope.VIDEOS_WRITE, ctx -> decide(ctx, true));
    api.post("/v1/videos/:id/reject", Scope.VIDEOS_WRITE, ctx -> decide(ctx, false));
    api.delete("/v1/videos/:id", Scope.VIDEOS_WRITE, ctx -> delete(ctx, false));
    api.post("/v1/videos/:id/restore", Scope.VIDEOS_WRITE, ctx -> delete(ctx, true));
    api.put("/v1/videos/:id/priority", Scope.VIDEOS_WRITE, this::prioritize);
  }

  private Future<?> cancel(RoutingContext ctx) {
    return command(ctx, OrchestrationMessages.CANCEL_JOB, new CancelJob(Query.id(ctx)));
  }

  private Future<?> pause(RoutingContext ctx) {
    return command(ctx, OrchestrationMessages.PAUSE_JOB, new PauseJob(Query.id(ctx)));
  }

  private Future<?> resume(RoutingContext ctx) {
    return command(ctx, OrchestrationMessages.RESUME_JOB, new ResumeJob(Query.id(ctx)));
  }

  private Future<?> delete(RoutingContext ctx, boolean restore) {
    return command(ctx, OrchestrationMessages.DELETE_JOB, new DeleteJob(Query.id(ctx), restore));
  }

  private Future<?> retry(RoutingContext ctx) {
    String from =
        Query.text(ctx, "from")
            .orElseThrow(() -> Query.wrong("from", "must name the step to begin with"));
    return command(ctx, OrchestrationMessages.RETRY_JOB, new RetryJob(Query.id(ctx), from));
  }

  private Future<?> rerun(RoutingContext ctx) {
    JsonBody.requireJson(ctx);
    String patch = JsonTree.read(ctx.body().buffer()).toString();
    RerunJob wish =
        new RerunJob(
            Query.id(ctx),
            patch,
            VideoRoutes.idempotencyKey(ctx),
            Query.word(ctx, "priority", Priority.class));
    return OrchestrationMessages.RERUN_JOB
        .ask(bus, wish, Exchange.call(ctx))
        .compose(job -> acceptance.answer(ctx, job));
  }

  private Future<?> decide(RoutingContext ctx, boolean approved) {
    boolean bare = ctx.body().buffer() == null || ctx.body().buffer().length() == 0;
    Decision decision = bare ? Decision.PLAIN : decisions.read(ctx);
    return command(
        ctx,
        OrchestrationMessages.DECIDE_STEP,
        new DecideStep(Query.id(ctx), decision.step(), approved, decision.comment()));
  }

  private Future<?> prioritize(RoutingContext ctx) {
    Priority priority = priorities.read(ctx).priority();
    if (priority == null) {
      throw Query.wrong("priority", "must be one of LOW, NORMAL, HIGH");
    }
    return command(
        ctx, OrchestrationMessages.SET_PRIORITY, new SetPriority(Query.id(ctx), priority));
  }

  private <Q extends Record> Future<?> command(
      RoutingContext ctx, Endpoint<Q, Job> endpoint, Q wish) {
    return endpoint
        .ask(bus, wish, Exchange.call(ctx))
        .compose(job -> Json.answer(ctx, 200, VideoView.of(job)));
  }
}
