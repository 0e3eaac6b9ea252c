package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.notification.AddPushSubscription;
import io.moneyprinter.codecs.notification.DeletePushSubscription;
import io.moneyprinter.codecs.notification.ListPushSubscriptions;
import io.moneyprinter.codecs.notification.PushMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The caller's own browsers that are told by web push. */
public final class PushRoutes {
  private static final String PATH = NoticeRoutes.PATH + "/push";

  private record Fresh(String endpoint, String p256dh, String auth, String device) {}

  private final EventBus bus;
  private final JsonBody<Fresh> fresh = new JsonBody<>(Fresh.class, Map.of());

  public PushRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get(PATH, Scope.ACCOUNT_READ, this::list);
    api.post(PATH, Scope.ACCOUNT_WRITE, this::add);
    api.delete(PATH + "/:id", Scope.ACCOUNT_WRITE, this::delete);
  }

  private Future<?> list(RoutingContext ctx) {
    return PushMessages.LIST
        .ask(bus, new ListPushSubscriptions(), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, found));
  }

  private Future<?> add(RoutingContext ctx) {
    Fresh body = fresh.read(ctx);
    return PushMessages.ADD
        .ask(
            bus,
            new AddPushSubscription(
                body.endpoint(),
                body.p256dh(),
                body.auth(),
                body.device(),
                Exchange.caller(ctx).session()),
            Exchange.call(ctx))
        .compose(
            kept -> {
              ctx.response().putHeader("Location", PATH + "/" + kept.id());
              return Json.answer(ctx, 201, kept);
            });
  }

  private Future<?> delete(RoutingContext ctx) {
    return PushMessages.DELETE
        .ask(bus, new DeletePushSubscription(Query.id(ctx, "browser")), Exchange.call(ctx))
        .compose(gone -> Json.answer(ctx, 200, gone));
  }
}
