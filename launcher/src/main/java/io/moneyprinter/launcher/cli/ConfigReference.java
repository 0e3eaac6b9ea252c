package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.settings.SettingsReference;

/** The page that explains every setting, made from the configuration records themselves. */
public final class ConfigReference {
  private ConfigReference() {}

  /** The page as Markdown; {@code docs/configuration.md} is this text. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# Configuration reference\n\n");
    page.append("Made by `./moneyprinter config --reference`; do not edit by hand.\n\n");
    page.append(
        """
        Settings are read from `conf/application.yaml`, then `conf/<environment>.yaml`, then
        variables (`gateway.http.port` is `MONEYPRINTER_GATEWAY_HTTP_PORT`), then `--set key=value`; later ones
        win. An unknown key or a wrong value stops the start with the key's full name. A secret is
        written `env:NAME`, `file:/path` or `secret://…` in a file, and any other setting may be written
        `secret://…` as well ([security.md](security.md)). `./moneyprinter config` shows what holds.
        """);
    String group = null;
    for (SettingsReference.Entry entry : SettingsReference.of(NodeConfig.class)) {
      String own = entry.key().contains(".") ? entry.key().replaceAll("\\..*", "") : "";
      if (!own.equals(group)) {
        group = own;
        page.append("\n## ").append(own.isEmpty() ? "The node" : own).append("\n\n");
        page.append("| setting | takes | default | what it does |\n| --- | --- | --- | --- |\n");
      }
      page.append("| `")
          .append(entry.key())
          .append("` | ")
          .append(entry.secret() ? "a secret" : entry.allowed())
          .append(" | ")
          .append(entry.fallback().isEmpty() ? "–" : "`" + entry.fallback() + "`")
          .append(" | ")
          .append(entry.doc().replace("|", "\\|").replace("<", "&lt;"))
          .append(" |\n");
    }
    return page.toString();
  }
}
