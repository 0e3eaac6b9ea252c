package io.moneyprinter.config;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.config.entered.EnteredStore;
import io.moneyprinter.config.outside.ConnectionTest;
import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.config.outside.OutsideDesk;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.ProviderProbe;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;

/** The service that keeps versioned settings and tells who watches when one changes. */
public final class ConfigVerticle extends ServiceVerticle {
  private final ConfigConfig config;
  private final NodeSettings settings;

  /** One that knows of no settings but those that it keeps. */
  public ConfigVerticle(ConfigConfig config, Node node) {
    this(config, node, NodeSettings.NONE);
  }

  /**
   * @param settings those that the node was started with
   */
  public ConfigVerticle(ConfigConfig config, Node node, NodeSettings settings) {
    super("config", node);
    this.config = config;
    this.settings = settings;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return scope
        .database()
        .compose(
            database -> {
              serve(scope, new SettingStore(database, config.history()));
              return EnteredStore.open(scope.node(), database, config.secretKey())
                  .onSuccess(entered -> serve(scope, entered));
            });
  }

  private void serve(ServiceScope scope, EnteredStore entered) {
    OutsideDesk desk =
        new OutsideDesk(
            entered,
            settings,
            scope.node().pools(),
            new ConnectionTest(new ProviderProbe(scope.vertx(), scope.node().meters())),
            keys -> ConfigMessages.SETTINGS_ENTERED.publish(scope.bus(), keys),
            () -> CallContext.currentOrSystem().subject());
    scope.serve(ConfigMessages.OUTSIDE, desk::list);
    scope.serve(ConfigMessages.CHANGE_OUTSIDE, desk::change);
    scope.serve(ConfigMessages.TEST_OUTSIDE, desk::test);
    scope.serve(ConfigMessages.ENTERED, desk::entered);
    scope.serve(ConfigMessages.NODE_SETTINGS, desk::settings);
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
