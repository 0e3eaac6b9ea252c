package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.NodeSetting;
import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.config.outside.OutsideProfile;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.SecretReference;
import io.moneyprinter.platform.settings.SettingsException;
import io.moneyprinter.platform.settings.SettingsReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the installation that a node runs with. */
final class StartedSettings implements NodeSettings {
  private final Installation installation;

  StartedSettings(Installation installation) {
    this.installation = installation;
  }

  @Override
  public String environment() {
    return installation.environment();
  }

  @Override
  public List<NodeSetting> list(Map<String, String> entered) {
    ConfigTree tree = new ConfigTree().overlay(installation.tree());
    entered.forEach(
        (key, value) -> {
          if (!locked(key)) {
            tree.put(key, new ConfigTree.Written(List.of(value), false, ENTERED));
          }
        });
    return SettingsReference.of(NodeConfig.class, tree).stream()
        .map(entry -> setting(entry, tree.written(entry.key())))
        .toList();
  }

  private static NodeSetting setting(
      SettingsReference.Entry entry, Optional<ConfigTree.Written> written) {
    String value = written.map(w -> String.join(", ", w.items())).orElse(entry.fallback());
    return new NodeSetting(
        entry.key(),
        entry.secret() && !referred(value) ? null : value,
        written.map(ConfigTree.Written::origin).orElse(null),
        entry.doc(),
        entry.allowed(),
        entry.fallback(),
        entry.secret(),
        !value.isEmpty());
  }

  /** Where a secret is may be shown. */
  private static boolean referred(String value) {
    try {
      return SecretReference.parseSecret(value).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public List<OutsideProfile> outside(Map<String, String> entered) {
    try {
      return OutsideTable.of(installation.with(entered).config());
    } catch (SettingsException e) {
      throw ServiceFailure.invalid("/settings", String.join("; ", e.problems()));
    }
  }

  @Override
  public boolean locked(String key) {
    return installation.fixed(key);
  }
}
