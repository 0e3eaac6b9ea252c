package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.SummarizeUsage;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells what was used in a time, the last thirty days unless another is given. */
public final class UsageRoute {
  private static final Duration USUAL = Duration.ofDays(30);

  private record Usage(Instant from, Instant to, UsageSummary usage) {}

  private final EventBus bus;
  private final Clock clock;

  public UsageRoute(EventBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  public void mount(Api api) {
    api.get("/v1/usage", Scope.USAGE_READ, this::summarize);
  }

  private Future<?> summarize(RoutingContext ctx) {
    Instant to = Query.instant(ctx, "to", clock.instant());
    Instant from = Query.instant(ctx, "from", to.minus(USUAL));
    if (!from.isBefore(to)) {
      throw Query.wrong("from", "must lie before to");
    }
    return AnalyticsMessages.SUMMARIZE
        .ask(bus, new SummarizeUsage(from, to), Exchange.call(ctx))
        .compose(summary -> Json.answer(ctx, 200, new Usage(from, to, summary)));
  }
}
