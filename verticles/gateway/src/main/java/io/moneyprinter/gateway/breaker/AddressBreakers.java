package io.moneyprinter.gateway.breaker;

import io.moneyprinter.codecs.bus.CallGuard;
import io.moneyprinter.platform.service.InstanceGauges;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One breaker for each address that requests ask. As a handler it guards all that a request asks
 * from there on. Of one event loop.
 */
public final class AddressBreakers implements CallGuard, Handler<RoutingContext> {
  private static final Pattern OF_ONE_NODE =
      Pattern.compile("\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

  private final Vertx vertx;
  private final InstanceGauges gauges;
  private final BreakerConfig config;
  private final Map<String, AddressBreaker> breakers = new HashMap<>();

  public AddressBreakers(Vertx vertx, InstanceGauges gauges, BreakerConfig config) {
    this.vertx = vertx;
    this.gauges = gauges;
    this.config = config;
  }

  @Override
  public void handle(RoutingContext ctx) {
    enter();
    ctx.next();
  }

  @Override
  public <T> Future<T> call(String address, Supplier<Future<T>> call) {
    // An address of one node goes when the node does; a breaker for each would stay.
    if (OF_ONE_NODE.matcher(address).find()) {
      return call.get();
    }
    return breakers
        .computeIfAbsent(address, name -> new AddressBreaker(vertx, gauges, name, config))
        .call(call);
  }

  public Future<Void> close() {
    breakers.values().forEach(AddressBreaker::close);
    breakers.clear();
    return Future.succeededFuture();
  }
}
