package io.moneyprinter.launcher.settings;

import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.launcher.validation.ConfigValidator;
import io.moneyprinter.launcher.validation.Finding;
import io.moneyprinter.launcher.validation.SecretCheck;
import io.moneyprinter.platform.secrets.SecretManager;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.LocalSecrets;
import io.moneyprinter.platform.settings.SecretReference;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.platform.settings.SettingsException;
import io.moneyprinter.platform.settings.SettingsReference;
import io.moneyprinter.platform.vault.VaultConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the software lies and which settings hold for it: built-in defaults, then {@code
 * conf/application.yaml}, then {@code conf/<environment>.yaml}, then {@code MONEYPRINTER_…}
 * variables, then {@code --set}.
 *
 * @param home folder that relative paths of settings start from
 * @param conf folder of the configuration files
 * @param environment development, staging or production
 * @param config what holds after all layers
 * @param tree what was written, for showing where a value comes from
 * @param secrets where the secrets came from, and come from when they change
 */
public record Installation(
    Path home,
    Path conf,
    String environment,
    NodeConfig config,
    ConfigTree tree,
    SecretManager secrets) {
  /** What the command line may say about the installation. */
  public record Choice(
      Optional<Path> conf, Optional<String> environment, Map<String, String> settings) {
    public static final Choice NONE = new Choice(Optional.empty(), Optional.empty(), Map.of());
  }

  /**
   * Reads all layers. In production, what {@link #findings} finds is wrong as well.
   *
   * @throws SettingsException naming everything that is wrong
   */
  public static Installation read(Choice choice, Map<String, String> variables) {
    Installation installation = examine(choice, variables);
    if (installation.environment.equals("production")) {
      List<Finding> findings = installation.findings();
      if (!findings.isEmpty()) {
        throw new SettingsException(findings.stream().map(Finding::toString).toList());
      }
    }
    return installation;
  }

  /**
   * Reads all layers, for looking at.
   *
   * @throws SettingsException naming everything that cannot be understood
   */
  public static Installation examine(Choice choice, Map<String, String> variables) {
    SettingsLayers layers = SettingsLayers.read(choice, variables);
    Path home = layers.home();
    ConfigTree tree = layers.tree();
    SecretManager secrets = new SecretManager(variables, vault(home, tree, variables));
    NodeConfig config = SettingsBinder.bind(NodeConfig.class, tree, secrets);
    return new Installation(home, layers.conf(), layers.environment(), config, tree, secrets);
  }

  /**
   * One group of the settings, for commands that need no more: nothing is asked of Vault.
   *
   * @throws SettingsException naming everything that is wrong in the group
   */
  public static <T extends Record> T group(
      Choice choice, Map<String, String> variables, Class<T> type, String name) {
    return SettingsBinder.group(
        type, name, SettingsLayers.read(choice, variables).tree(), new LocalSecrets(variables));
  }

  /** The folder of the installation. */
  public static Path home(Map<String, String> variables) {
    return Path.of(variables.getOrDefault("MONEYPRINTER_HOME", "")).toAbsolutePath().normalize();
  }

  /**
   * Where Vault is has to be known before what is there can be; it cannot stand in Vault itself.
   */
  private static VaultConfig vault(Path home, ConfigTree tree, Map<String, String> variables) {
    return SettingsBinder.group(
            VaultConfig.class, "security.vault", tree, new LocalSecrets(variables))
        .below(home);
  }

  /**
   * The same with settings on top that were entered while it runs. Variables and the command line
   * stay above them. Blocking where they refer to secrets.
   *
   * @param entered by full key
   * @throws SettingsException naming everything that cannot be used
   */
  public Installation with(Map<String, String> entered) {
    ConfigTree all = new ConfigTree().overlay(tree);
    entered.forEach(
        (key, value) -> {
          if (!fixed(key)) {
            all.put(key, new ConfigTree.Written(List.of(value), false, NodeSettings.ENTERED));
          }
        });
    NodeConfig bound = SettingsBinder.bind(NodeConfig.class, all, secrets);
    return new Installation(home, conf, environment, bound, all, secrets);
  }

  /** Whether a setting was written above what may be entered. */
  public boolean fixed(String key) {
    return SettingsLayers.above(tree, key);
  }

  /** What must not be so in production. */
  public List<Finding> findings() {
    List<SecretCheck.Held> held = new ArrayList<>();
    for (SettingsReference.Entry entry : SettingsReference.of(NodeConfig.class, tree)) {
      String written =
          tree.written(entry.key()).map(w -> w.items().get(0)).orElse(entry.fallback());
      if (entry.secret() && (!written.isEmpty() || entry.key().equals("database.password"))) {
        String value = SecretReference.parseSecret(written).map(secrets::value).orElse(written);
        held.add(new SecretCheck.Held(entry.key(), value));
      }
    }
    return ConfigValidator.findings(config, tree, held);
  }

  /** The settings that refer to a secret elsewhere. */
  public Map<String, SecretReference> references() {
    return SettingsReference.secrets(NodeConfig.class, tree);
  }

  /** The data folder, absolute. */
  public Path data() {
    return home.resolve(config.data()).normalize();
  }
}
