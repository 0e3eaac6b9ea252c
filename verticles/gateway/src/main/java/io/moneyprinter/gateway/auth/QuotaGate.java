package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.CheckQuota;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.RouteTable;
import io.vertx.core.Handler;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Lets orders of one video pass only while the tenant's allowance lasts. Those of many are counted
 * by who reads them.
 */
public final class QuotaGate implements Handler<RoutingContext> {
  private static final List<String> ORDERS = List.of("/v1/videos", "/v1/videos/:id/rerun");

  private final EventBus bus;

  public QuotaGate(EventBus bus) {
    this.bus = bus;
  }

  /** Stands before all that orders videos. */
  public void mount(RouteTable table) {
    ORDERS.forEach(
        path -> table.at(path, router -> router.route(HttpMethod.POST, path).handler(this)));
  }

  /** An order with a key may have been taken before: who makes the jobs knows, and counts. */
  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.request().headers().contains("Idempotency-Key")) {
      ctx.next();
      return;
    }
    ctx.request().pause(); // the body waits
    AccessMessages.CHECK_QUOTA
        .ask(bus, new CheckQuota(1), Exchange.call(ctx))
        .onSuccess(
            left -> {
              ctx.request().resume();
              ctx.next();
            })
        .onFailure(
            usedUp -> {
              ctx.request().resume();
              ctx.fail(usedUp);
            });
  }
}
