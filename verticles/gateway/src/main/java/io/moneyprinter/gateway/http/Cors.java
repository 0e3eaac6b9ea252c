package io.moneyprinter.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets listed pages of other origins read answers (WHATWG Fetch, CORS protocol). No cookie opens
 * anything, so credentials stay off. An origin that is not listed gets no header, and its browser
 * withholds the answer.
 */
final class Cors implements Handler<RoutingContext> {
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range,"
          + " Last-Event-ID, Prefer, Range, traceparent, tracestate, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset,"
          + " X-API-Key, X-Correlation-Id, X-HTTP-Method-Override, X-Requested-With";
  private static final String ANSWER_HEADERS =
      "Accept-Ranges, Content-Disposition, Content-Location, Content-Range, Deprecation, ETag, Idempotency-Replayed, Location,"
          + " Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, Tus-Extension, Tus-Resumable, Tus-Version, Link, Sunset, traceparent, Upload-Expires,"
          + " Upload-Length, Upload-Offset, X-Correlation-Id";
  private static final String REMEMBER_SECONDS = "600";

  private final Origins origins;

  Cors(Origins origins) {
    this.origins = origins;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!origins.listed(ctx.request())) {
      ctx.next();
      return;
    }
    MultiMap headers = ctx.response().headers();
    headers.set("Access-Control-Allow-Origin", ctx.request().getHeader("Origin"));
    headers.add("Vary", "Origin");
    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    headers.set("Access-Control-Expose-Headers", ANSWER_HEADERS);
    boolean preflight =
        ctx.request().method().equals(HttpMethod.OPTIONS)
            && ctx.request().headers().contains("Access-Control-Request-Method");
    if (!preflight) {
      ctx.next();
      return;
    }
    headers.set("Access-Control-Allow-Methods", METHODS);
    headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
    headers.set("Access-Control-Max-Age", REMEMBER_SECONDS);
    ctx.response().setStatusCode(204).end();
  }
}
