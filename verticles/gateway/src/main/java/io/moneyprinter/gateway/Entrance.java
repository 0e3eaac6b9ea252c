package io.moneyprinter.gateway;

import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.QueryToken;
import io.moneyprinter.gateway.breaker.AddressBreakers;
import io.moneyprinter.gateway.firewall.Firewall;
import io.moneyprinter.gateway.firewall.FirewallMode;
import io.moneyprinter.gateway.http.Admission;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Chain;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Origins;
import io.moneyprinter.gateway.http.RouteTable;
import io.moneyprinter.gateway.limit.RateLimiter;
import io.moneyprinter.gateway.limit.RouteCosts;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import java.util.List;

/** What every request passes, in this order, until it is asked who calls. */
final class Entrance {
  private final GatewayConfig config;
  private final ServiceScope scope;
  private final ClientAddress addresses;

  Entrance(GatewayConfig config, ServiceScope scope, ClientAddress addresses) {
    this.config = config;
    this.scope = scope;
    this.addresses = addresses;
  }

  /**
   * Puts the chain at the head of an empty table.
   *
   * @return where the operations go
   */
  Api open(
      RouteTable table,
      Origins origins,
      Authentication authentication,
      RouteCosts costs,
      Documents documents) {
    RateLimiter limiter =
        new RateLimiter(
            config.limits(), scope, documents.script(), costs, addresses, authentication);
    scope.onClose(
        () -> {
          limiter.close();
          return Future.succeededFuture();
        });
    boolean limited = config.limits().enabled();
    Api api =
        Chain.begin(
            table,
            origins,
            scope.node().meters(),
            config.breaker().pause(),
            config.http().bodyLimit().bytes(),
            limited ? limiter : Admission.free(),
            documents.api().queries());
    if (config.firewall().mode() != FirewallMode.OFF) {
      table.link(new Firewall(config.firewall(), addresses, scope.node().meters()));
    }
    AddressBreakers breakers = new AddressBreakers(scope.vertx(), scope.gauges(), config.breaker());
    scope.onClose(breakers::close);
    table.link(breakers);
    QueryToken tokens = new QueryToken();
    for (String path : List.of("/v1/bridge/*", "/v1/events")) {
      table.at(path, router -> router.route(path).handler(tokens));
    }
    if (limited) {
      table.link(limiter.atTheDoor());
    }
    return api;
  }
}
