package io.moneyprinter.gateway.limit;

import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

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

  /** Written by hand: this is done for every request, and a formatter takes ten times as long. */
  private static String policies(Verdict verdict) {
    StringBuilder text = new StringBuilder(96);
    for (Verdict.Standing standing : verdict.standings()) {
      Policy policy = standing.charge().policy();
      name(text, policy).append(";q=").append(policy.burst()).append(";w=").append(policy.window());
    }
    return text.toString();
  }

  private static String standings(Verdict verdict) {
    StringBuilder text = new StringBuilder(96);
    for (Verdict.Standing standing : verdict.standings()) {
      name(text, standing.charge().policy())
          .append(";r=")
          .append((long) Math.floor(standing.level()))
          .append(";t=")
          .append(standing.untilFull());
    }
    return text.toString();
  }

  private static StringBuilder name(StringBuilder text, Policy policy) {
    return text.append(text.isEmpty() ? "" : ", ").append('"').append(policy.name()).append('"');
  }
}
