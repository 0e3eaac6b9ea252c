package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.LiftThreat;
import io.moneyprinter.codecs.threat.ListThreats;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Shows who is slowed down or locked out, and lets them in again. */
public final class ThreatRoutes {
  private final JsonBody<LiftThreat> lifts = new JsonBody<>(LiftThreat.class, Map.of());
  private final EventBus bus;

  public ThreatRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/admin/threats", Scope.OWNER, this::list);
    api.post("/v1/admin/threats/lift", Scope.OWNER, this::lift);
  }

  private Future<?> list(RoutingContext ctx) {
    return ThreatMessages.LIST
        .ask(bus, new ListThreats(), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, found));
  }

  private Future<?> lift(RoutingContext ctx) {
    LiftThreat wish = lifts.read(ctx);
    return ThreatMessages.LIFT
        .ask(bus, wish, Exchange.call(ctx))
        .compose(done -> ctx.response().setStatusCode(204).end());
  }
}
