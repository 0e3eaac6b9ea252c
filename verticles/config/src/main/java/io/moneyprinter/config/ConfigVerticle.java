package io.moneyprinter.config;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The service that keeps versioned settings and tells who watches when one changes. */
public final class ConfigVerticle extends ServiceVerticle {
  private final ConfigConfig config;

  public ConfigVerticle(ConfigConfig config, Node node) {
    super("config", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return scope
        .database()
        .map(database -> new SettingStore(database, config.history()))
        .map(
            store -> {
              serve(scope, store);
              return store;
            });
  }

  private static void serve(ServiceScope scope, SettingStore store) {
    Settings settings =
        new Settings(
            store,
            changed -> ConfigMessages.CHANGED.publish(scope.bus(), changed),
            () -> CallContext.currentOrSystem().subject());
    scope.serve(ConfigMessages.GET, settings::get);
    scope.serve(ConfigMessages.PUT, settings::put);
    scope.serve(ConfigMessages.LIST, settings::list);
  }
}
