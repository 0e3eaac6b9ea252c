package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.ReplayEvents;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.gateway.auth.OpenConnections;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** Follows a job as server-sent events (WHATWG HTML §9.2). */
public final class EventStreamRoute {
  private final Vertx vertx;
  private final EventHub hub;
  private final OpenConnections connections;

  public EventStreamRoute(Vertx vertx, EventHub hub, OpenConnections connections) {
    this.connections = connections;
    this.vertx = vertx;
    this.hub = hub;
  }

  public void mount(Api api) {
    api.stream("/v1/videos/:id/events", Scope.VIDEOS_READ, this::follow);
  }

  private Future<?> follow(RoutingContext ctx) {
    hub.requireRoom();
    String id = Query.id(ctx);
    long after = after(ctx);
    return OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(id), Exchange.call(ctx))
        .compose(job -> begin(ctx, job, after, JobEnd.of(job, Instant.now())));
  }

  private Future<?> begin(RoutingContext ctx, Job job, long after, JobEnd end) {
    return NotificationMessages.REPLAY
        .ask(
            vertx.eventBus(),
            new ReplayEvents(job.id(), Math.max(0, after - 1)),
            Exchange.call(ctx))
        .compose(
            stored ->
                end.told(after, stored.events())
                    ? nothingToCome(ctx)
                    : open(ctx, job.id(), after, end));
  }

  /** The browser's own reader comes back after every end of a stream; this tells it not to. */
  private static Future<Void> nothingToCome(RoutingContext ctx) {
    return ctx.response().setStatusCode(204).end();
  }

  private Future<Void> open(RoutingContext ctx, String job, long after, JobEnd end) {
    HttpServerResponse response = ctx.response();
    if (response.closed()) {
      return Future.succeededFuture();
    }
    response
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no") // nginx would hold events back
        .setChunked(true);
    JobFeed feed = hub.follow(job, after, end, Exchange.call(ctx), new EventStream(response));
    Runnable left = connections.stream(ctx);
    Handler<Object> over =
        any -> {
          left.run();
          hub.forget(feed);
        };
    response.closeHandler(over::handle);
    response.endHandler(over::handle);
    response.exceptionHandler(over::handle);
    response.drainHandler(drained -> feed.catchUp());
    feed.catchUp();
    return Future.succeededFuture();
  }

  /** {@code Last-Event-ID} is what a browser sends when it comes back; it knows best. */
  private static long after(RoutingContext ctx) {
    String last = ctx.request().getHeader("Last-Event-ID");
    return last != null && !last.isBlank()
        ? Query.whole(last, "Last-Event-ID", 0, Long.MAX_VALUE)
        : Query.text(ctx, "after")
            .map(text -> Query.whole(text, "after", 0, Long.MAX_VALUE))
            .orElse(0L);
  }
}
