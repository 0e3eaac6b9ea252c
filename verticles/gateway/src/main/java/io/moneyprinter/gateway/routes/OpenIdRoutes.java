package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.BeginOpenId;
import io.moneyprinter.codecs.users.FinishOpenId;
import io.moneyprinter.codecs.users.GetLoginMethods;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends browsers to the issuer and takes them back (OpenID Connect Core 1.0 §3.1.2). The one cookie
 * that exists ties a login to the browser that began it, to its end: a ticket that somebody else
 * got is none there (login CSRF). It is sent to the paths of logins only.
 */
public final class OpenIdRoutes {
  private static final String PATH = "/v1/auth/oidc";
  private static final String COOKIE = "mp_oidc";
  private static final String COOKIE_PATH = "/v1/auth";
  private static final long SECONDS = 600;

  private final EventBus bus;

  public OpenIdRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/auth/methods", Scope.PUBLIC, this::methods);
    api.get(PATH + "/login", Scope.PUBLIC, this::begin);
    api.get(PATH + "/callback", Scope.PUBLIC, this::finish);
  }

  private Future<?> methods(RoutingContext ctx) {
    return AccountMessages.LOGIN_METHODS
        .ask(bus, new GetLoginMethods(), Exchange.call(ctx))
        .compose(methods -> Json.answer(ctx, 200, methods));
  }

  private Future<?> begin(RoutingContext ctx) {
    return AccountMessages.BEGIN_OPEN_ID
        .ask(bus, new BeginOpenId(), Exchange.call(ctx))
        .compose(
            start -> {
              ctx.response().addCookie(cookie(ctx, start.browser()).setMaxAge(SECONDS));
              return redirect(ctx, start.url());
            });
  }

  private Future<?> finish(RoutingContext ctx) {
    String state = Query.text(ctx, "state").orElse("");
    String code =
        Query.text(ctx, "code")
            .orElseThrow(
                () ->
                    new ServiceFailure(
                        FailureCode.UNAUTHENTICATED,
                        "The issuer did not let you in (%s); begin again at /account"
                            .formatted(Query.text(ctx, "error").orElse("it gave no code"))));
    return AccountMessages.FINISH_OPEN_ID
        .ask(bus, new FinishOpenId(state, code, browserOf(ctx)), Exchange.call(ctx))
        .compose(back -> redirect(ctx, back.url()));
  }

  /** What the browser was told when the login began; {@code null} in any other browser. */
  static String browserOf(RoutingContext ctx) {
    Cookie kept = ctx.request().getCookie(COOKIE);
    return kept == null ? null : kept.getValue();
  }

  /** The login is over: the cookie is of no more use. */
  static void forgetBrowser(RoutingContext ctx) {
    if (browserOf(ctx) != null) {
      ctx.response().addCookie(cookie(ctx, "").setMaxAge(0));
    }
  }

  /** Lax: it has to come along when the issuer sends the browser back. */
  private static Cookie cookie(RoutingContext ctx, String value) {
    boolean secure =
        ctx.request().isSSL()
            || "https".equalsIgnoreCase(ctx.request().getHeader("X-Forwarded-Proto"));
    return Cookie.cookie(COOKIE, value)
        .setPath(COOKIE_PATH)
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }

  private static Future<?> redirect(RoutingContext ctx, String url) {
    return ctx.response()
        .setStatusCode(302)
        .putHeader("Location", url)
        .putHeader("Cache-Control", "no-store")
        .end();
  }
}
