package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.ApiKeyInfo;
import io.moneyprinter.codecs.users.CreateKey;
import io.moneyprinter.codecs.users.CreatedKey;
import io.moneyprinter.codecs.users.ListKeys;
import io.moneyprinter.codecs.users.RevokeKey;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes, lists and revokes API keys: one's own, and of the tenant's service accounts. */
public final class KeyRoutes {
  private record Wish(String name, List<String> scopes, Instant expiresAt) {}

  /**
   * A new key.
   *
   * @param key the whole of it, shown this once
   */
  private record Shown(String key, ApiKeyInfo info) {
    static Shown of(CreatedKey made) {
      return new Shown(made.key(), made.info());
    }
  }

  private final EventBus bus;
  private final JsonBody<Wish> wishes = new JsonBody<>(Wish.class, Map.of());

  public KeyRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/api-keys", Scope.KEYS_READ, ctx -> list(ctx, null));
    api.post("/v1/api-keys", Scope.KEYS_WRITE, ctx -> create(ctx, null));
    api.delete("/v1/api-keys/:prefix", Scope.KEYS_WRITE, ctx -> revoke(ctx, null));
    String ofService = "/v1/service-accounts/:id/api-keys";
    api.get(ofService, Scope.USERS_READ, ctx -> list(ctx, ctx.pathParam("id")));
    api.post(ofService, Scope.USERS_WRITE, ctx -> create(ctx, ctx.pathParam("id")));
    api.delete(ofService + "/:prefix", Scope.USERS_WRITE, ctx -> revoke(ctx, ctx.pathParam("id")));
  }

  private Future<?> list(RoutingContext ctx, String userId) {
    return AccessMessages.LIST_KEYS
        .ask(bus, new ListKeys(userId), Exchange.call(ctx))
        .compose(keys -> Json.answer(ctx, 200, keys));
  }

  private Future<?> create(RoutingContext ctx, String userId) {
    Wish wish = wishes.read(ctx);
    if (wish.name() == null) {
      throw Query.wrong("name", "is missing");
    }
    CreateKey order =
        new CreateKey(
            wish.name(), wish.scopes(), wish.expiresAt(), userId, Exchange.caller(ctx).scopes());
    return AccessMessages.CREATE_KEY
        .ask(bus, order, Exchange.call(ctx))
        .compose(made -> Json.answer(ctx, 201, Shown.of(made)));
  }

  private Future<?> revoke(RoutingContext ctx, String userId) {
    return AccessMessages.REVOKE_KEY
        .ask(bus, new RevokeKey(ctx.pathParam("prefix"), userId), Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(204).end());
  }
}
