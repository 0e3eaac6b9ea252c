package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.materials.ListSources;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Tells where pictures and clips may come from. */
public final class SourceRoutes {
  private final EventBus bus;

  public SourceRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/sources", Scope.VIDEOS_READ, this::list);
  }

  private Future<?> list(RoutingContext ctx) {
    return MaterialsMessages.SOURCES
        .ask(bus, new ListSources(), Exchange.call(ctx))
        .compose(sources -> Json.answer(ctx, 200, sources));
  }
}
