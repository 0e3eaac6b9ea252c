package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.BeginTotp;
import io.moneyprinter.codecs.users.ConfirmTotp;
import io.moneyprinter.codecs.users.DisableTotp;
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

/** Sets one-time codes up and ends them. */
public final class SecondFactorRoutes {
  private record Begin(String password) {}

  private record Confirm(String code) {}

  /**
   * What an authenticator app needs.
   *
   * @param qr the address as a QR code, SVG
   */
  private record Enrolment(String secret, String uri, String qr) {}

  private record End(String password, String code) {}

  private final EventBus bus;
  private final JsonBody<Begin> begins = new JsonBody<>(Begin.class, Map.of());
  private final JsonBody<Confirm> confirms = new JsonBody<>(Confirm.class, Map.of());
  private final JsonBody<End> ends = new JsonBody<>(End.class, Map.of());

  public SecondFactorRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.post("/v1/me/totp", Scope.ACCOUNT_WRITE, this::begin);
    api.post("/v1/me/totp/confirm", Scope.ACCOUNT_WRITE, this::confirm);
    api.post("/v1/me/totp/disable", Scope.ACCOUNT_WRITE, this::disable);
  }

  private Future<?> begin(RoutingContext ctx) {
    BeginTotp wish = new BeginTotp(needed(begins.read(ctx).password(), "password"));
    return AccountMessages.BEGIN_TOTP
        .ask(bus, wish, Exchange.call(ctx))
        .compose(
            made ->
                Json.answer(
                    ctx, 200, new Enrolment(made.secret(), made.uri(), QrPicture.svg(made.uri()))));
  }

  private Future<?> confirm(RoutingContext ctx) {
    ConfirmTotp wish = new ConfirmTotp(needed(confirms.read(ctx).code(), "code"));
    return AccountMessages.CONFIRM_TOTP
        .ask(bus, wish, Exchange.call(ctx))
        .compose(codes -> Json.answer(ctx, 200, codes));
  }

  private Future<?> disable(RoutingContext ctx) {
    End body = ends.read(ctx);
    DisableTotp wish =
        new DisableTotp(needed(body.password(), "password"), needed(body.code(), "code"));
    return AccountMessages.DISABLE_TOTP
        .ask(bus, wish, Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(204).end());
  }

  private static String needed(String value, String name) {
    if (value == null) {
      throw Query.wrong(name, "is missing");
    }
    return value;
  }
}
