package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.EnvironmentLayer;
import io.moneyprinter.platform.settings.SettingsException;
import io.moneyprinter.platform.settings.YamlLayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written, layer over layer, before anything is made of it.
 *
 * @param home folder of the installation
 * @param conf folder of the configuration files
 * @param environment development, staging or production
 * @param tree what holds, with where it was written
 */
record SettingsLayers(Path home, Path conf, String environment, ConfigTree tree) {
  private static final String COMMAND_LINE = "--set";
  private static final List<String> ENVIRONMENTS = List.of("development", "staging", "production");

  /**
   * Reads all layers.
   *
   * @throws SettingsException naming the environment that there is none of, or what is wrong in a
   *     file or a variable
   */
  static SettingsLayers read(Installation.Choice choice, Map<String, String> variables) {
    Path home = Installation.home(variables);
    Path conf =
        choice
            .conf()
            .or(() -> Optional.ofNullable(variables.get("MONEYPRINTER_CONF")).map(Path::of))
            .orElse(home.resolve("conf"));
    String environment =
        choice
            .environment()
            .orElse(variables.getOrDefault("MONEYPRINTER_ENVIRONMENT", "development"));
    if (!ENVIRONMENTS.contains(environment)) {
      throw new SettingsException(
          List.of(
              "the environment '"
                  + environment
                  + "' is none of "
                  + String.join(", ", ENVIRONMENTS)));
    }
    ConfigTree tree = new ConfigTree();
    ownWorkflows(tree, conf.resolve("workflows"));
    ownPrices(tree, conf.resolve("prices.yaml"));
    layer(tree, conf.resolve("application.yaml"));
    layer(tree, conf.resolve(environment + ".yaml"));
    tree.overlay(EnvironmentLayer.read(NodeConfig.class, variables));
    choice
        .settings()
        .forEach(
            (key, value) ->
                tree.put(key, new ConfigTree.Written(List.of(value), false, COMMAND_LINE)));
    return new SettingsLayers(home, conf, environment, tree);
  }

  /** Whether a setting was written by a variable or on the command line, the highest layers. */
  static boolean above(ConfigTree tree, String key) {
    return tree.written(key)
        .filter(w -> w.origin().equals(COMMAND_LINE) || w.origin().startsWith("variable "))
        .isPresent();
  }

  /** The operator's folder of workflows, where there is one, wins over what is built in. */
  private static void ownWorkflows(ConfigTree tree, Path workflows) {
    if (Files.isDirectory(workflows)) {
      tree.put(
          "orchestration.workflows",
          new ConfigTree.Written(List.of(workflows.toString()), false, "folder " + workflows));
    }
  }

  /** So does the operator's price list. */
  private static void ownPrices(ConfigTree tree, Path prices) {
    if (Files.isRegularFile(prices)) {
      tree.put(
          "orchestration.costs.prices",
          new ConfigTree.Written(List.of(prices.toString()), false, "file " + prices));
    }
  }

  private static void layer(ConfigTree tree, Path file) {
    if (Files.exists(file)) {
      tree.overlay(YamlLayer.read(file));
    }
  }
}
