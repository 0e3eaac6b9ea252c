package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.EstimateCost;
import io.moneyprinter.codecs.orchestration.SetBudget;
import io.moneyprinter.codecs.orchestration.ShowCosts;
import io.moneyprinter.codecs.orchestration.ShowDayCosts;
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

/** Tells what videos cost or would cost, and sets what one may. */
public final class CostRoutes {
  /**
   * The body of a change of budget.
   *
   * @param budget US dollars; {@code null} for no limit
   */
  record NewBudget(Double budget) {}

  private final EventBus bus;
  private final BriefReader briefs;
  private final JsonBody<NewBudget> budgets = new JsonBody<>(NewBudget.class, Map.of());

  public CostRoutes(EventBus bus) {
    this.bus = bus;
    this.briefs = new BriefReader(bus);
  }

  public void mount(Api api) {
    api.post("/v1/videos/estimate", Scope.VIDEOS_WRITE, this::estimate);
    api.get("/v1/videos/:id/costs", Scope.VIDEOS_READ, this::job);
    api.put("/v1/videos/:id/budget", Scope.VIDEOS_WRITE, this::budget);
    api.get("/v1/costs", Scope.USAGE_READ, this::day);
  }

  private Future<?> estimate(RoutingContext ctx) {
    return briefs
        .read(ctx)
        .compose(
            brief -> CostMessages.ESTIMATE.ask(bus, new EstimateCost(brief), Exchange.call(ctx)))
        .compose(estimate -> Json.answer(ctx, 200, CostView.Estimate.of(estimate)));
  }

  private Future<?> job(RoutingContext ctx) {
    return CostMessages.JOB_COSTS
        .ask(bus, new ShowCosts(Query.id(ctx)), Exchange.call(ctx))
        .compose(costs -> Json.answer(ctx, 200, CostView.Ledger.of(costs)));
  }

  private Future<?> budget(RoutingContext ctx) {
    SetBudget wish = new SetBudget(Query.id(ctx), budgets.read(ctx).budget());
    return CostMessages.SET_BUDGET
        .ask(bus, wish, Exchange.call(ctx))
        .compose(costs -> Json.answer(ctx, 200, CostView.Ledger.of(costs)));
  }

  private Future<?> day(RoutingContext ctx) {
    return CostMessages.DAY_COSTS
        .ask(bus, new ShowDayCosts(Query.text(ctx, "day").orElse(null)), Exchange.call(ctx))
        .compose(costs -> Json.answer(ctx, 200, CostView.Day.of(costs)));
  }
}
