package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.CancelBatch;
import io.moneyprinter.codecs.batch.PauseBatch;
import io.moneyprinter.codecs.batch.ResumeBatch;
import io.moneyprinter.codecs.batch.RetryBatch;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** What an owner may do with a batch that was ordered. */
public final class BatchCommandRoutes {
  private final EventBus bus;

  public BatchCommandRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.post("/v1/batches/:id/pause", Scope.BATCHES_WRITE, this::pause);
    api.post(
        "/v1/batches/:id/resume",
        Scope.BATCHES_WRITE,
        ctx -> command(ctx, BatchMessages.RESUME, new ResumeBatch(id(ctx))));
    api.post(
        "/v1/batches/:id/cancel",
        Scope.BATCHES_WRITE,
        ctx -> command(ctx, BatchMessages.CANCEL, new CancelBatch(id(ctx))));
    api.post(
        "/v1/batches/:id/retry",
        Scope.BATCHES_WRITE,
        ctx -> command(ctx, BatchMessages.RETRY, new RetryBatch(id(ctx))));
  }

  private Future<?> pause(RoutingContext ctx) {
    String videos = Query.text(ctx, "videos").orElse("false");
    if (!videos.equals("true") && !videos.equals("false")) {
      throw Query.wrong("videos", "must be true, to halt videos under way too, or false");
    }
    return command(ctx, BatchMessages.PAUSE, new PauseBatch(id(ctx), Boolean.parseBoolean(videos)));
  }

  private static String id(RoutingContext ctx) {
    return Query.id(ctx, "batch");
  }

  private <Q extends Record> Future<?> command(
      RoutingContext ctx, Endpoint<Q, Batch> endpoint, Q wish) {
    return endpoint
        .ask(bus, wish, Exchange.call(ctx))
        .compose(batch -> Json.answer(ctx, 200, BatchView.of(batch)));
  }
}
