package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobEvent;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows a batch as server-sent events (WHATWG HTML §9.2). Of one event loop. */
public final class BatchEventRoute {
  private static final long BEAT_MILLIS = 1_000;

  private final Vertx vertx;
  private final int limit;
  private final OpenConnections connections;
  private final Set<BatchFeed> feeds = new HashSet<>();
  private final long ticker;
  private boolean leaving;

  /**
   * @param limit most streams open at once
   */
  public BatchEventRoute(Vertx vertx, int limit, OpenConnections connections) {
    this.connections = connections;
    this.vertx = vertx;
    this.limit = limit;
    this.ticker =
        vertx.setPeriodic(BEAT_MILLIS, now -> List.copyOf(feeds).forEach(BatchFeed::beat));
  }

  public void mount(Api api) {
    api.stream("/v1/batches/:id/events", Scope.BATCHES_READ, this::follow);
  }

  /** A live event of a video. */
  public void hear(JobEvent event) {
    feeds.forEach(feed -> feed.hear(event));
  }

  private Future<?> follow(RoutingContext ctx) {
    if (leaving || feeds.size() >= limit) {
      throw ServiceFailure.unavailable(
          "This node follows as many batches as it can; try again in a moment");
    }
    return BatchMessages.GET
        .ask(vertx.eventBus(), new GetBatch(Query.id(ctx, "batch")), Exchange.call(ctx))
        .compose(
            batch ->
                batch.state() == BatchState.FINISHED
                    ? ctx.response().setStatusCode(204).end()
                    : open(ctx, batch));
  }

  private Future<Void> open(RoutingContext ctx, Batch batch) {
    HttpServerResponse response = ctx.response();
    if (response.closed()) {
      return Future.succeededFuture();
    }
    response
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no") // nginx would hold events back
        .setChunked(true);
    BatchFeed feed = new BatchFeed(vertx.eventBus(), Exchange.call(ctx), batch, response);
    feeds.add(feed);
    Runnable left = connections.stream(ctx);
    Handler<Object> over =
        any -> {
          left.run();
          forget(feed);
        };
    response.closeHandler(over::handle);
    response.endHandler(over::handle);
    response.exceptionHandler(over::handle);
    feed.beat();
    return Future.succeededFuture();
  }

  private void forget(BatchFeed feed) {
    feed.forget();
    feeds.remove(feed);
  }

  /** Ends all streams in good order; their readers come back to another node. */
  public void close() {
    leaving = true;
    vertx.cancelTimer(ticker);
    List.copyOf(feeds).forEach(BatchFeed::close);
    feeds.clear();
  }
}
