package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.codecs.users.RevokeSigningKey;
import io.moneyprinter.codecs.users.RotateSigningKeys;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Replaces the keys that tokens are signed with, before their time or because one leaked. */
public final class SigningKeyRoutes {
  private final EventBus bus;

  public SigningKeyRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.post("/v1/admin/signing-keys", Scope.OWNER, this::rotate);
    api.delete("/v1/admin/signing-keys/:kid", Scope.OWNER, this::revoke);
  }

  private Future<?> rotate(RoutingContext ctx) {
    return UsersMessages.ROTATE_SIGNING_KEYS
        .ask(bus, new RotateSigningKeys(), Exchange.call(ctx))
        .compose(keys -> answer(ctx, keys));
  }

  private Future<?> revoke(RoutingContext ctx) {
    return UsersMessages.REVOKE_SIGNING_KEY
        .ask(bus, new RevokeSigningKey(ctx.pathParam("kid")), Exchange.call(ctx))
        .compose(keys -> answer(ctx, keys));
  }

  private static Future<?> answer(RoutingContext ctx, KeySet keys) {
    return Json.answer(ctx, 200, keys);
  }
}
