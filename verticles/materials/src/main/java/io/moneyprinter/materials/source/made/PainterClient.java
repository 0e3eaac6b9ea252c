package io.moneyprinter.materials.source.made;

import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.providers.ProviderSettings.SettingNames;

/** The way to call a service that makes pictures. */
final class PainterClient {
  private static final long PICTURE = 64L << 20;

  private PainterClient() {}

  static ProviderClient open(
      Node node, String name, String title, KeyPlace place, PainterConfig config) {
    String group = "materials.sources." + name;
    return new ProviderClient(
        node.vertx(),
        node.meters(),
        new ProviderSettings(
            "materials-" + name,
            title,
            config.keys(),
            place,
            config.timeout(),
            PICTURE,
            new SettingNames(
                group + ".api-key", group + ".base-url", group + ".timeout", group + ".model")));
  }
}
