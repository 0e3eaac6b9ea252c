package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.GetKeySet;
import io.moneyprinter.codecs.users.IssueToken;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.gateway.auth.Credentials;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Trades API keys for tokens, and publishes what tokens are verified with. */
public final class TokenRoutes {
  /** As OAuth 2 answers (RFC 6749 §5.1), in our spelling. */
  private record Issued(String accessToken, String tokenType, int expiresInSeconds) {}

  private final EventBus bus;

  public TokenRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.post("/v1/auth/token", Scope.PUBLIC, this::issue);
    api.get("/.well-known/jwks.json", Scope.PUBLIC, this::keySet);
  }

  private Future<?> issue(RoutingContext ctx) {
    Authenticate credential =
        Credentials.of(ctx.request())
            .filter(given -> given.kind() == Authenticate.Kind.API_KEY)
            .orElseThrow(
                () ->
                    new ServiceFailure(
                        FailureCode.UNAUTHENTICATED, "Send an API key in the X-API-Key header"));
    return named(credential, ctx)
        .compose(
            good ->
                UsersMessages.ISSUE_TOKEN.ask(
                    bus, new IssueToken(credential.secret()), Exchange.call(ctx)))
        .compose(
            token ->
                Json.answer(
                    ctx, 200, new Issued(token.accessToken(), "Bearer", token.expiresInSeconds())));
  }

  /** A key that was shown with a service's name is good only together with it. */
  private Future<?> named(Authenticate credential, RoutingContext ctx) {
    return credential.service() == null
        ? Future.succeededFuture()
        : UsersMessages.AUTHENTICATE.ask(bus, credential, Exchange.call(ctx));
  }

  private Future<?> keySet(RoutingContext ctx) {
    return UsersMessages.KEY_SET
        .ask(bus, new GetKeySet(), Exchange.call(ctx))
        .compose(
            keys -> {
              ctx.response().putHeader("Cache-Control", "public, max-age=300");
              return Json.answer(ctx, 200, keys);
            });
  }
}
