package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.settings.EnvironmentLayer;
import io.moneyprinter.platform.settings.SettingsReference;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Shows every setting as it holds, with where it was written; secrets are masked.",
      "Settings come from conf/application.yaml, then conf/<environment>.yaml, then",
      "MONEYPRINTER_… variables, then --set; later ones win."
    })
public final class ConfigCommand implements Runnable {
  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = "--reference",
      description = "Print the reference of all settings as Markdown instead")
  private boolean reference;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (reference) {
      out.print(ConfigReference.markdown());
    } else {
      show(options.read(), out);
    }
    out.flush();
  }

  private static void show(Installation installation, PrintWriter out) {
    out.println("# environment: " + installation.environment());
    out.println("# conf: " + installation.conf());
    out.println("# data: " + installation.data());
    for (SettingsReference.Entry entry :
        SettingsReference.of(NodeConfig.class, installation.tree())) {
      String value =
          installation
              .tree()
              .written(entry.key())
              .map(w -> String.join(", ", w.items()))
              .orElse(entry.fallback());
      String origin =
          installation.tree().written(entry.key()).map(w -> w.origin()).orElse("default");
      String shown = entry.secret() && !value.isEmpty() ? "********" : value;
      out.println(entry.key() + ": " + shown + "   # " + origin);
    }
    out.println(
        "# variables: " + EnvironmentLayer.variable("gateway.http.port") + "=8080 and so on");
  }
}
