package io.moneyprinter.gateway.auth;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Takes a token from the parameter {@code access_token} (RFC 6750 §2.3), for the sockets of
 * browsers, which cannot send headers. API keys are not taken: an address may end up in a log of
 * somebody, and a token is of no use after a quarter of an hour.
 */
public final class QueryToken implements Handler<RoutingContext> {
  private static final String PARAMETER = "access_token";
  private static final String API_KEY_MARK = "mp_";

  @Override
  public void handle(RoutingContext ctx) {
    List<String> tokens = ctx.queryParam(PARAMETER);
    if (tokens.size() == 1
        && !tokens.get(0).startsWith(API_KEY_MARK)
        && Credentials.of(ctx.request()).isEmpty()) {
      ctx.request().headers().set("Authorization", "Bearer " + tokens.get(0));
    }
    ctx.next();
  }
}
