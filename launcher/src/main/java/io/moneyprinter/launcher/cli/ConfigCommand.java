package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.launcher.validation.Finding;
import io.moneyprinter.platform.settings.EnvironmentLayer;
import io.moneyprinter.platform.settings.SettingsReference;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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
public final class ConfigCommand implements Callable<Integer> {
  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = "--reference",
      description = "Print the reference of all settings as Markdown instead")
  private boolean reference;

  @Option(
      names = "--check",
      description = {
        "Say instead what must not be so in production: weak, default or missing secrets, embedded",
        "engines, plain HTTP, open origins, a bus without TLS. Exit code 78 when there is anything",
        "and the environment is production, which would not start"
      })
  private boolean check;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int exit = 0;
    if (reference) {
      out.print(ConfigReference.markdown());
    } else if (check) {
      exit = check(options.examine(), out);
    } else {
      show(options.examine(), out);
    }
    out.flush();
    return exit;
  }

  private static int check(Installation installation, PrintWriter out) {
    // Addresses are judged by a library that would else log into the answer.
    LogSetup.toConsole(installation.config().logging());
    List<Finding> findings = installation.findings();
    boolean refused = installation.environment().equals("production") && !findings.isEmpty();
    for (Finding finding : findings) {
      out.println("  ✗ " + finding.setting() + ": " + finding.problem());
      out.println("    → " + finding.remedy());
    }
    out.println(
        findings.isEmpty()
            ? "Nothing here stands in the way of production."
            : refused
                ? "Nothing starts in production before this is mended."
                : "The environment "
                    + installation.environment()
                    + " starts nevertheless; production would not.");
    return refused ? FailureReport.CONFIGURATION : 0;
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
