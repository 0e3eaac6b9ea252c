package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.storage.CheckStorage;
import io.moneyprinter.codecs.storage.CleanStorage;
import io.moneyprinter.codecs.storage.ShowStorage;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.TenantStorage;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Tells what is stored, and has what is due removed. */
public final class StorageRoutes {
  private final EventBus bus;

  public StorageRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/storage/usage", Scope.USAGE_READ, this::own);
    api.get("/v1/admin/storage/usage", Scope.OWNER, this::all);
    api.trying().post("/v1/admin/storage/cleanup", Scope.OWNER, this::clean);
    api.post("/v1/admin/storage/check", Scope.OWNER, this::check);
  }

  private Future<?> own(RoutingContext ctx) {
    String tenant = Exchange.caller(ctx).tenant();
    return StorageMessages.USAGE
        .ask(bus, new ShowStorage(null), Exchange.call(ctx))
        .map(
            usage ->
                usage.tenants().stream()
                    .filter(each -> each.tenant().equals(tenant))
                    .findFirst()
                    .orElseGet(() -> new TenantStorage(tenant, null, null, 0, 0, null)))
        .compose(usage -> Json.answer(ctx, 200, usage));
  }

  private Future<?> all(RoutingContext ctx) {
    return StorageMessages.USAGE
        .ask(bus, new ShowStorage(true), Exchange.call(ctx))
        .compose(usage -> Json.answer(ctx, 200, usage));
  }

  private Future<?> clean(RoutingContext ctx) {
    boolean dryRun = Query.flag(ctx, "dryRun");
    return StorageMessages.CLEAN
        .ask(bus, new CleanStorage(dryRun), Exchange.call(ctx))
        .compose(report -> Json.answer(ctx, 200, report));
  }

  private Future<?> check(RoutingContext ctx) {
    return StorageMessages.CHECK
        .ask(bus, new CheckStorage(), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, found));
  }
}
