package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.gateway.events.JobWatch;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Prefer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Answers an order: at once, or, to who would rather wait, when the video has come to its end. */
public final class Acceptance {
  private final JobWatch watch;

  public Acceptance(JobWatch watch) {
    this.watch = watch;
  }

  /** 202 with where to go from here; 200 with the video when it ended while the caller waited. */
  Future<?> answer(RoutingContext ctx, Job job) {
    String self = Links.of(job.id()).self();
    ctx.response().putHeader("Location", self);
    if (job.replayed()) {
      ctx.response().putHeader("Idempotency-Replayed", "true");
    }
    return waited(ctx, job)
        .compose(
            now -> {
              if (ctx.response().closed()) {
                return Future.succeededFuture();
              }
              if (!now.state().terminal()) {
                return Json.answer(ctx, 202, AcceptedVideo.of(now));
              }
              ctx.response().putHeader("Content-Location", self);
              return Json.answer(ctx, 200, VideoView.of(now));
            });
  }

  /** The job as it stands, or at its end where the caller waits for that. */
  Future<Job> waited(RoutingContext ctx, Job job) {
    return Prefer.waiting(ctx)
        .map(limit -> watch.settled(ctx, job, limit))
        .orElseGet(() -> Future.succeededFuture(job));
  }
}
