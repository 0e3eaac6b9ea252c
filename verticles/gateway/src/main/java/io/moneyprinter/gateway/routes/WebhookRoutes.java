package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.notification.CreateWebhook;
import io.moneyprinter.codecs.notification.DeleteWebhook;
import io.moneyprinter.codecs.notification.DeliveryList;
import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.EditWebhook;
import io.moneyprinter.codecs.notification.GetWebhook;
import io.moneyprinter.codecs.notification.ListDeliveries;
import io.moneyprinter.codecs.notification.ListWebhooks;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.ReplayDeliveries;
import io.moneyprinter.codecs.notification.RotateWebhook;
import io.moneyprinter.codecs.notification.TestWebhook;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.moneyprinter.codecs.notification.WebhookMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Cursor;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Webhooks of the caller's tenant, and how it went with their messages. */
public final class WebhookRoutes {
  private static final String PATH = "/v1/webhooks";
  private static final String ONE = PATH + "/:id";
  private static final String LIST = "deliveries";
  private static final int USUAL_PAGE = 20;
  private static final int MAX_PAGE = 100;

  private record Fresh(String url, String description, List<NoticeKind> kinds) {}

  private record Change(String url, String description, List<NoticeKind> kinds, Boolean enabled) {}

  private record Rotation(Integer overlapHours) {}

  private record Replay(String delivery) {}

  /**
   * @param next path of the next page; {@code null} on the last
   */
  private record Page(List<WebhookDelivery> deliveries, String next) {}

  private final EventBus bus;
  private final JsonBody<Fresh> fresh = new JsonBody<>(Fresh.class, Map.of());
  private final JsonBody<Change> changes = new JsonBody<>(Change.class, Map.of());
  private final JsonBody<Rotation> rotations = new JsonBody<>(Rotation.class, Map.of());
  private final JsonBody<Replay> replays = new JsonBody<>(Replay.class, Map.of());

  public WebhookRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.post(PATH, Scope.VIDEOS_WRITE, this::create);
    api.get(PATH, Scope.VIDEOS_READ, this::list);
    api.get(ONE, Scope.VIDEOS_READ, this::get);
    api.put(ONE, Scope.VIDEOS_WRITE, this::edit);
    api.delete(ONE, Scope.VIDEOS_WRITE, this::delete);
    api.post(ONE + "/rotate", Scope.VIDEOS_WRITE, this::rotate);
    api.post(ONE + "/test", Scope.VIDEOS_WRITE, this::test);
    api.get(ONE + "/deliveries", Scope.VIDEOS_READ, this::deliveries);
    api.post(ONE + "/replay", Scope.VIDEOS_WRITE, this::replay);
  }

  private Future<?> create(RoutingContext ctx) {
    Fresh body = fresh.read(ctx);
    return WebhookMessages.CREATE
        .ask(
            bus,
            new CreateWebhook(body.url(), body.description(), body.kinds()),
            Exchange.call(ctx))
        .compose(
            made -> {
              ctx.response().putHeader("Location", PATH + "/" + made.webhook().id());
              return Json.answer(ctx, 201, made);
            });
  }

  private Future<?> list(RoutingContext ctx) {
    return WebhookMessages.LIST
        .ask(bus, new ListWebhooks(), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, found));
  }

  private Future<?> get(RoutingContext ctx) {
    return WebhookMessages.GET
        .ask(bus, new GetWebhook(id(ctx)), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, found));
  }

  private Future<?> edit(RoutingContext ctx) {
    Change change = changes.read(ctx);
    return WebhookMessages.EDIT
        .ask(
            bus,
            new EditWebhook(
                id(ctx), change.url(), change.description(), change.kinds(), change.enabled()),
            Exchange.call(ctx))
        .compose(changed -> Json.answer(ctx, 200, changed));
  }

  private Future<?> delete(RoutingContext ctx) {
    return WebhookMessages.DELETE
        .ask(bus, new DeleteWebhook(id(ctx)), Exchange.call(ctx))
        .compose(gone -> Json.answer(ctx, 200, gone));
  }

  private Future<?> rotate(RoutingContext ctx) {
    return WebhookMessages.ROTATE
        .ask(
            bus, new RotateWebhook(id(ctx), rotations.read(ctx).overlapHours()), Exchange.call(ctx))
        .compose(fresh -> Json.answer(ctx, 200, fresh));
  }

  private Future<?> test(RoutingContext ctx) {
    return WebhookMessages.TEST
        .ask(bus, new TestWebhook(id(ctx)), Exchange.call(ctx))
        .compose(sent -> Json.answer(ctx, 200, sent));
  }

  private Future<?> deliveries(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, MAX_PAGE, USUAL_PAGE);
    DeliveryState state = Query.word(ctx, "state", DeliveryState.class);
    Long before =
        Cursor.read(ctx, LIST)
            .map(text -> Query.whole(text, "cursor", 1, Long.MAX_VALUE))
            .orElse(null);
    String id = id(ctx);
    return WebhookMessages.DELIVERIES
        .ask(bus, new ListDeliveries(id, before, limit, state), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, page(id, found, limit, state)));
  }

  private static Page page(String id, DeliveryList found, int limit, DeliveryState state) {
    List<WebhookDelivery> all = found.deliveries();
    String next =
        found.more() && !all.isEmpty()
            ? "%s/%s/deliveries?limit=%d&cursor=%s%s"
                .formatted(
                    PATH,
                    id,
                    limit,
                    Cursor.after(LIST, all.get(all.size() - 1).number()),
                    state == null ? "" : "&state=" + state)
            : null;
    return new Page(all, next);
  }

  private Future<?> replay(RoutingContext ctx) {
    return WebhookMessages.REPLAY
        .ask(bus, new ReplayDeliveries(id(ctx), replays.read(ctx).delivery()), Exchange.call(ctx))
        .compose(done -> Json.answer(ctx, 202, done));
  }

  private static String id(RoutingContext ctx) {
    return Query.id(ctx, "webhook");
  }
}
