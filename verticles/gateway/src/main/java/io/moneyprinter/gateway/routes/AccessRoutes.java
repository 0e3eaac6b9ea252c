package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ClientAddress;
import io.vertx.core.eventbus.EventBus;

/** All that concerns people, keys and tokens. */
public final class AccessRoutes {
  private final EventBus bus;

  public AccessRoutes(EventBus bus) {
    this.bus = bus;
  }

  /** What is asked before it is known who asks. */
  public void mountPublic(Api api, ClientAddress addresses) {
    new TokenRoutes(bus).mount(api);
    new LoginRoutes(bus, addresses).mount(api);
    new OpenIdRoutes(bus).mount(api);
  }

  public void mountPrivate(Api api) {
    new ProfileRoutes(bus).mount(api);
    new SecondFactorRoutes(bus).mount(api);
    new TenantRoutes(bus).mount(api);
    new KeyRoutes(bus).mount(api);
    new SigningKeyRoutes(bus).mount(api);
  }
}
