package io.moneyprinter.gateway.limit;

import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Collectors;

/**
 * Tells a caller how it stands: {@code RateLimit-Policy}, {@code RateLimit} (IETF draft
 * httpapi-ratelimit-headers-10) and, when it has to wait, {@code Retry-After} (RFC 9110 §10.2.3).
 */
final class RateLimitHeaders {
  private RateLimitHeaders() {}

  /** Lets the request go on, or refuses it with 429. */
  static void tell(RoutingContext ctx, Verdict verdict) {
    MultiMap headers = ctx.response().headers();
    headers.set("RateLimit-Policy", policies(verdict));
    headers.set("RateLimit", standings(verdict));
    if (verdict.passed()) {
      ctx.next();
      return;
    }
    headers.set("Retry-After", Long.toString(verdict.retryAfter()));
    ctx.fail(
        new Refusal(
            429,
            "Too many requests by this %s; try again in %d s"
                .formatted(verdict.tightest().charge().policy().name(), verdict.retryAfter())));
  }

  private static String policies(Verdict verdict) {
    return verdict.standings().stream()
        .map(s -> s.charge().policy())
        .map(p -> "\"%s\";q=%d;w=%d".formatted(p.name(), p.burst(), p.window()))
        .collect(Collectors.joining(", "));
  }

  private static String standings(Verdict verdict) {
    return verdict.standings().stream()
        .map(
            s ->
                "\"%s\";r=%d;t=%d"
                    .formatted(
                        s.charge().policy().name(), (long) Math.floor(s.level()), s.untilFull()))
        .collect(Collectors.joining(", "));
  }
}
