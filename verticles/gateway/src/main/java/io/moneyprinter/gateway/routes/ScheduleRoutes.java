package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.schedule.CheckSchedule;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.DeleteSchedule;
import io.moneyprinter.codecs.schedule.GetSchedule;
import io.moneyprinter.codecs.schedule.ListSchedules;
import io.moneyprinter.codecs.schedule.PauseSchedule;
import io.moneyprinter.codecs.schedule.PreviewTimes;
import io.moneyprinter.codecs.schedule.ResumeSchedule;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Cursor;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.JsonTree;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Orders videos and batches at times to come. */
public final class ScheduleRoutes {
  private static final int USUAL_PAGE = 20;
  private static final int MAX_PAGE = 100;
  private static final int USUAL_TIMES = 5;

  private final EventBus bus;
  private final long bodyLimit;
  private final BriefReader briefs;
  private final JsonBody<ScheduleBody> orders =
      new JsonBody<>(
          ScheduleBody.class,
          Map.of(
              "/brief/materials/folder",
              "A folder is read only by the command line, on its own machine; over HTTP name an"
                  + " imported collection in materials.collection"));

  /**
   * @param bodyLimit most bytes of an order, which may hold a batch
   */
  public ScheduleRoutes(EventBus bus, long bodyLimit) {
    this.bus = bus;
    this.bodyLimit = bodyLimit;
    this.briefs = new BriefReader(bus);
  }

  public void mount(Api api) {
    api.trying().post("/v1/schedules", Scope.BATCHES_WRITE, bodyLimit, this::create);
    api.get("/v1/schedules", Scope.BATCHES_READ, this::list);
    // Before the route of one schedule, whose pattern it fits.
    api.get("/v1/schedules/preview", Scope.BATCHES_READ, this::preview);
    api.get(
        "/v1/schedules/:id",
        Scope.BATCHES_READ,
        ctx -> command(ctx, ScheduleMessages.GET, new GetSchedule(id(ctx))));
    api.delete(
        "/v1/schedules/:id",
        Scope.BATCHES_WRITE,
        ctx -> command(ctx, ScheduleMessages.DELETE, new DeleteSchedule(id(ctx))));
    api.post(
        "/v1/schedules/:id/pause",
        Scope.BATCHES_WRITE,
        ctx -> command(ctx, ScheduleMessages.PAUSE, new PauseSchedule(id(ctx))));
    api.post(
        "/v1/schedules/:id/resume",
        Scope.BATCHES_WRITE,
        ctx -> command(ctx, ScheduleMessages.RESUME, new ResumeSchedule(id(ctx))));
  }

  private Future<?> create(RoutingContext ctx) {
    String key = VideoRoutes.idempotencyKey(ctx);
    return filled(ctx, orders.read(ctx))
        .compose(
            order ->
                Query.flag(ctx, "dryRun")
                    ? checked(ctx, order.order(key))
                    : made(ctx, order.order(key)));
  }

  private Future<Void> checked(RoutingContext ctx, CreateSchedule order) {
    return ScheduleMessages.CHECK
        .ask(bus, new CheckSchedule(order), Exchange.call(ctx))
        .compose(checked -> Json.answer(ctx, 200, checked));
  }

  private Future<Void> made(RoutingContext ctx, CreateSchedule order) {
    return ScheduleMessages.CREATE
        .ask(bus, order, Exchange.call(ctx))
        .compose(
            schedule -> {
              ScheduleView view = ScheduleView.of(schedule);
              ctx.response().putHeader("Location", view.links().self());
              if (schedule.replayed()) {
                ctx.response().putHeader("Idempotency-Replayed", "true");
              }
              return Json.answer(ctx, 201, view);
            });
  }

  /** What a template says at the time of the order holds for all times to come. */
  private Future<ScheduleBody> filled(RoutingContext ctx, ScheduleBody order) {
    if (order.brief() == null || order.brief().template() == null) {
      return Future.succeededFuture(order);
    }
    return briefs
        .filled(ctx, JsonTree.read(ctx.body().buffer()).get("brief"))
        .map(order::with)
        .recover(cause -> Future.failedFuture(within("/brief", cause)));
  }

  private static Throwable within(String place, Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    return new ServiceFailure(
        failure.code(),
        failure.getMessage(),
        failure.violations().stream()
            .map(fault -> new Violation(place + fault.pointer(), fault.message()))
            .toList());
  }

  private Future<?> list(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, MAX_PAGE, USUAL_PAGE);
    String after = Cursor.read(ctx, SchedulePage.LIST).orElse(null);
    if (after != null && !Query.isId(after)) {
      throw Query.wrong("after", "must be the id of a schedule");
    }
    return ScheduleMessages.LIST
        .ask(bus, new ListSchedules(after, limit), Exchange.call(ctx))
        .compose(schedules -> Json.answer(ctx, 200, SchedulePage.of(schedules, limit)));
  }

  private Future<?> preview(RoutingContext ctx) {
    String cron =
        Query.text(ctx, "cron")
            .orElseThrow(() -> Query.wrong("cron", "must be there, such as 0 9 * * MON-FRI"));
    int count = Query.number(ctx, "count", 1, PreviewTimes.MOST, USUAL_TIMES);
    return ScheduleMessages.PREVIEW
        .ask(
            bus,
            new PreviewTimes(cron, Query.text(ctx, "zone").orElse(null), count),
            Exchange.call(ctx))
        .compose(times -> Json.answer(ctx, 200, times));
  }

  private static String id(RoutingContext ctx) {
    return Query.id(ctx, "schedule");
  }

  private <Q extends Record> Future<?> command(
      RoutingContext ctx, Endpoint<Q, Schedule> endpoint, Q wish) {
    return endpoint
        .ask(bus, wish, Exchange.call(ctx))
        .compose(schedule -> Json.answer(ctx, 200, ScheduleView.of(schedule)));
  }
}
