package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.config.ChangeOutside;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.ListNodeSettings;
import io.moneyprinter.codecs.config.ListOutside;
import io.moneyprinter.codecs.config.TestOutside;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Shows how the outside services are set up, takes keys for them, and tries whether they answer. No
 * answer has a key in it.
 */
public final class OutsideRoutes {
  private record Entries(Map<String, String> settings) {
    /** Leaves the values out, for there are keys among them. */
    @Override
    public String toString() {
      return "Entries";
    }
  }

  private final EventBus bus;
  private final JsonBody<Entries> entries = new JsonBody<>(Entries.class, Map.of());

  public OutsideRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/admin/providers", Scope.OWNER, this::list);
    api.put("/v1/admin/providers/:name", Scope.OWNER, this::change);
    api.post("/v1/admin/providers/:name/test", Scope.OWNER, this::test);
    api.get("/v1/admin/settings", Scope.OWNER, this::settings);
  }

  private Future<?> list(RoutingContext ctx) {
    return ConfigMessages.OUTSIDE
        .ask(bus, new ListOutside(), Exchange.call(ctx))
        .compose(all -> Json.answer(ctx, 200, all));
  }

  private Future<?> change(RoutingContext ctx) {
    ChangeOutside wish = new ChangeOutside(ctx.pathParam("name"), entered(ctx));
    return ConfigMessages.CHANGE_OUTSIDE
        .ask(bus, wish, Exchange.call(ctx))
        .compose(changed -> Json.answer(ctx, 200, changed));
  }

  private Future<?> test(RoutingContext ctx) {
    TestOutside wish =
        new TestOutside(ctx.pathParam("name"), ctx.body().length() <= 0 ? Map.of() : entered(ctx));
    return ConfigMessages.TEST_OUTSIDE
        .ask(bus, wish, Exchange.call(ctx))
        .compose(outcome -> Json.answer(ctx, 200, outcome));
  }

  private Map<String, String> entered(RoutingContext ctx) {
    Map<String, String> settings = entries.read(ctx).settings();
    return settings == null ? Map.of() : settings;
  }

  private Future<?> settings(RoutingContext ctx) {
    return ConfigMessages.NODE_SETTINGS
        .ask(bus, new ListNodeSettings(), Exchange.call(ctx))
        .compose(all -> Json.answer(ctx, 200, all));
  }
}
