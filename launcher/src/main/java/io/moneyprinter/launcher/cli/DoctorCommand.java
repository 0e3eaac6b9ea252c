package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.launcher.doctor.Check;
import io.moneyprinter.launcher.doctor.MachineChecks;
import io.moneyprinter.launcher.doctor.NodeChecks;
import io.moneyprinter.launcher.doctor.ProviderChecks;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.launcher.settings.Installation;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code moneyprinter doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks this machine: Java, memory, disk, ports, database, Redis, queue, FFmpeg and each",
      "encoder (by encoding), fonts, voices, providers; and says how to mend what is amiss."
    })
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  private boolean bad;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Installation installation = options.read();
    out.println("Configuration: " + installation.environment() + ", " + installation.conf());
    print(new MachineChecks(installation).run(), out);
    print(node(installation), out);
    print(new ProviderChecks(installation.config().content()).run(), out);
    out.println(bad ? "\nSomething needs mending, see above." : "\nThis machine can make videos.");
    out.flush();
    return bad ? FailureCode.UNAVAILABLE.exitCode() : 0;
  }

  private static List<Check> node(Installation installation) {
    LogSetup.toFile(
        installation.config().logging(), installation.data().resolve("logs/doctor.log"));
    Set<String> roles = new LinkedHashSet<>(Services.all());
    roles.remove(Services.GATEWAY);
    roles.remove("monitoring");
    try (RunningNode node = RunningNode.start(installation, roles)) {
      return new NodeChecks(node, installation.config().queue()).run();
    } catch (RuntimeException | TimeoutException e) {
      return List.of(
          new Check(
              "Node",
              Check.Outcome.BAD,
              "cannot start: " + FailureReport.sentence(e),
              "More is in " + installation.data().resolve("logs/doctor.log")));
    }
  }

  private void print(List<Check> checks, PrintWriter out) {
    for (Check check : checks) {
      String mark =
          switch (check.outcome()) {
            case GOOD -> "  ✓ ";
            case NOTE -> "  · ";
            case BAD -> "  ✗ ";
          };
      out.printf("%s%-15s %s%n", mark, check.name(), check.detail());
      if (!check.remedy().isEmpty()) {
        out.printf("    %-15s → %s%n", "", check.remedy());
      }
      bad |= check.outcome() == Check.Outcome.BAD;
    }
    out.flush();
  }
}
