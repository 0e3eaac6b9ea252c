package io.moneyprinter.gateway;

import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.SettingsBinder;
import java.util.List;
import java.util.Map;

/** Configurations as an operator writes them, small for tests. */
final class TestConfig {
  private static final List<String> SMALL =
      List.of(
          "http.port", "0",
          "http.batch-limit", "1MB",
          "http.music-limit", "97KB",
          "http.drain", "3s",
          "events.streams", "50",
          "events.sockets", "10",
          "events.subscriptions", "3",
          "events.messages", "20",
          "uploads.minimum-free", "0KB");

  private TestConfig() {}

  /**
   * The usual, but for some settings.
   *
   * @param settings keys below {@code gateway}, each with its value
   */
  static GatewayConfig with(String... settings) {
    ConfigTree tree = new ConfigTree();
    lay(tree, SMALL);
    lay(tree, List.of(settings));
    return SettingsBinder.bind(GatewayConfig.class, tree, Map.of());
  }

  private static void lay(ConfigTree tree, List<String> settings) {
    for (int i = 0; i < settings.size(); i += 2) {
      tree.put(
          settings.get(i), new ConfigTree.Written(List.of(settings.get(i + 1)), false, "the test"));
    }
  }
}
