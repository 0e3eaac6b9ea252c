package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.Durations;
import io.moneyprinter.codecs.analytics.Funnel;
import io.moneyprinter.codecs.analytics.ShowDurations;
import io.moneyprinter.codecs.analytics.ShowFunnel;
import io.moneyprinter.codecs.analytics.ShowSuccess;
import io.moneyprinter.codecs.analytics.ShowTrends;
import io.moneyprinter.codecs.analytics.Success;
import io.moneyprinter.codecs.analytics.Trends;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.ShowSpanCosts;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Tells how jobs went in a time, the last thirty days unless another is given. */
public final class AnalyticsRoutes {
  private static final Duration USUAL = Duration.ofDays(30);

  private record FunnelView(Instant from, Instant to, Funnel funnel) {}

  private record DurationsView(Instant from, Instant to, Durations durations) {}

  private record SuccessView(Instant from, Instant to, Success success) {}

  private record TrendsView(Instant from, Instant to, Trends trends) {}

  /** What is asked in every request. */
  private record Asked(Instant from, Instant to, boolean everybody) {}

  private final EventBus bus;
  private final Clock clock;

  public AnalyticsRoutes(EventBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  public void mount(Api api) {
    api.get("/v1/analytics/funnel", Scope.USAGE_READ, this::funnel);
    api.get("/v1/analytics/durations", Scope.USAGE_READ, this::durations);
    api.get("/v1/analytics/success", Scope.USAGE_READ, this::success);
    api.get("/v1/analytics/trends", Scope.USAGE_READ, this::trends);
    api.get("/v1/analytics/costs", Scope.USAGE_READ, this::costs);
  }

  private Future<?> funnel(RoutingContext ctx) {
    Asked asked = asked(ctx);
    return AnalyticsMessages.FUNNEL
        .ask(bus, new ShowFunnel(asked.from(), asked.to(), asked.everybody()), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, new FunnelView(asked.from(), asked.to(), found)));
  }

  private Future<?> durations(RoutingContext ctx) {
    Asked asked = asked(ctx);
    return AnalyticsMessages.DURATIONS
        .ask(
            bus, new ShowDurations(asked.from(), asked.to(), asked.everybody()), Exchange.call(ctx))
        .compose(
            found -> Json.answer(ctx, 200, new DurationsView(asked.from(), asked.to(), found)));
  }

  private Future<?> success(RoutingContext ctx) {
    Asked asked = asked(ctx);
    return AnalyticsMessages.SUCCESS
        .ask(bus, new ShowSuccess(asked.from(), asked.to(), asked.everybody()), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, new SuccessView(asked.from(), asked.to(), found)));
  }

  private Future<?> trends(RoutingContext ctx) {
    Asked asked = asked(ctx);
    String zone = Query.text(ctx, "zone").orElse(null);
    return AnalyticsMessages.TRENDS
        .ask(
            bus,
            new ShowTrends(asked.from(), asked.to(), asked.everybody(), zone),
            Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, new TrendsView(asked.from(), asked.to(), found)));
  }

  /** The ledger counts by days: a span that begins or ends within one takes in the whole day. */
  private Future<?> costs(RoutingContext ctx) {
    Asked asked = asked(ctx);
    LocalDate from = asked.from().atOffset(ZoneOffset.UTC).toLocalDate();
    Instant end = asked.to().truncatedTo(ChronoUnit.DAYS);
    LocalDate last = end.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate to = end.equals(asked.to()) ? last : last.plusDays(1);
    return CostMessages.SPAN_COSTS
        .ask(
            bus,
            new ShowSpanCosts(from.toString(), to.toString(), asked.everybody()),
            Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, CostView.Span.of(from, to, found)));
  }

  private Asked asked(RoutingContext ctx) {
    Instant to = Query.instant(ctx, "to", clock.instant());
    Instant from = Query.instant(ctx, "from", to.minus(USUAL));
    if (!from.isBefore(to)) {
      throw Query.wrong("from", "must lie before to");
    }
    return new Asked(from, to, everybody(ctx));
  }

  private static boolean everybody(RoutingContext ctx) {
    String tenants = Query.text(ctx, "tenants").orElse("own");
    if (tenants.equals("own")) {
      return false;
    }
    if (!tenants.equals("all")) {
      throw Query.wrong("tenants", "must be own or all");
    }
    if (!Scope.OWNER.heldBy(Exchange.caller(ctx))) {
      throw new ServiceFailure(
          FailureCode.FORBIDDEN, "Only operators see all tenants: leave tenants out");
    }
    return true;
  }
}
