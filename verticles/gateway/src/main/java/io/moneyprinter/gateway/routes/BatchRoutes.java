package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.CheckBatch;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListBatches;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Cursor;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Orders many videos at once, and tells how they are coming along. */
public final class BatchRoutes {
  private static final int USUAL_PAGE = 20;
  private static final int MAX_PAGE = 100;
  private static final int USUAL_ROWS = 100;
  private static final int MOST_OPEN = 1000;

  private final EventBus bus;
  private final long bodyLimit;

  /**
   * @param bodyLimit most bytes of a batch
   */
  public BatchRoutes(EventBus bus, long bodyLimit) {
    this.bus = bus;
    this.bodyLimit = bodyLimit;
  }

  public void mount(Api api) {
    api.trying().post("/v1/batches", Scope.BATCHES_WRITE, bodyLimit, this::create);
    api.get("/v1/batches", Scope.BATCHES_READ, this::list);
    api.get("/v1/batches/:id", Scope.BATCHES_READ, this::get);
    api.get("/v1/batches/:id/rows", Scope.BATCHES_READ, this::rows);
  }

  private Future<?> create(RoutingContext ctx) {
    BatchBody body = BatchBody.read(ctx);
    Integer openJobs =
        Query.text(ctx, "openJobs")
            .map(text -> (int) Query.whole(text, "openJobs", 1, MOST_OPEN))
            .orElse(null);
    BatchOptions options =
        new BatchOptions(
            Query.text(ctx, "name").orElse(null),
            Query.text(ctx, "base").orElse(null),
            Query.text(ctx, "variants").orElse(null),
            Query.word(ctx, "onInvalid", OnInvalid.class),
            Query.word(ctx, "priority", Priority.class),
            openJobs);
    CreateBatch order =
        new CreateBatch(body.format(), body.content(), options, VideoRoutes.idempotencyKey(ctx));
    if (Query.flag(ctx, "dryRun")) {
      return BatchMessages.CHECK
          .ask(bus, new CheckBatch(order), Exchange.call(ctx))
          .compose(checked -> Json.answer(ctx, 200, BatchDryRun.of(checked)));
    }
    return BatchMessages.CREATE
        .ask(bus, order, Exchange.call(ctx))
        .compose(
            batch -> {
              BatchView view = BatchView.of(batch);
              ctx.response().putHeader("Location", view.links().self());
              if (batch.replayed()) {
                ctx.response().putHeader("Idempotency-Replayed", "true");
              }
              return Json.answer(ctx, 202, view);
            });
  }

  private Future<?> list(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, MAX_PAGE, USUAL_PAGE);
    String after = Cursor.read(ctx, BatchPage.LIST).orElse(null);
    if (after != null && !Query.isId(after)) {
      throw Query.wrong("after", "must be the id of a batch");
    }
    return BatchMessages.LIST
        .ask(bus, new ListBatches(after, limit), Exchange.call(ctx))
        .compose(batches -> Json.answer(ctx, 200, BatchPage.of(batches, limit)));
  }

  private Future<?> get(RoutingContext ctx) {
    return BatchMessages.GET
        .ask(bus, new GetBatch(Query.id(ctx, "batch")), Exchange.call(ctx))
        .compose(batch -> Json.answer(ctx, 200, BatchView.of(batch)));
  }

  private Future<?> rows(RoutingContext ctx) {
    String id = Query.id(ctx, "batch");
    int limit = Query.number(ctx, "limit", 1, ListRows.MOST, USUAL_ROWS);
    int after =
        Cursor.read(ctx, RowPage.list(id))
            .map(text -> (int) Query.whole(text, "after", 0, Integer.MAX_VALUE))
            .orElse(0);
    RowState state = Query.word(ctx, "state", RowState.class);
    return BatchMessages.ROWS
        .ask(bus, new ListRows(id, after, limit, state), Exchange.call(ctx))
        .compose(rows -> Json.answer(ctx, 200, RowPage.of(id, rows, limit, state)));
  }
}
