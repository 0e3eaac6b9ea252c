package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.launcher.settings.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moneyprinter start}. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a node until it is told to stop (Ctrl-C or SIGTERM).",
      "With all roles, the default, it is a whole installation: open http://localhost:8000."
    })
public final class StartCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StartCommand.class);

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description =
          "Services to run, separated by commas (default: all): gateway, users, content, speech,"
              + " video, materials, storage, orchestration, notification, analytics, config; "
              + "monitoring comes with each")
  private List<String> wanted = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    long begun = System.nanoTime();
    Installation installation = options.read();
    LogSetup.toConsole(installation.config().logging());
    Set<String> roles = Services.watched(wanted.isEmpty() ? installation.config().roles() : wanted);
    CountDownLatch stopped = new CountDownLatch(1);
    RunningNode node = RunningNode.start(installation, roles);
    StopSignal.whenStopped(
        () -> {
          LOG.info("Stopping");
          node.close();
          stopped.countDown();
        },
        0);
    LOG.info(
        "Ready after {} ms as {}; node {}",
        (System.nanoTime() - begun) / 1_000_000,
        roles.equals(Services.all()) ? "a whole installation" : String.join(", ", roles),
        node.node().info().id());
    stopped.await();
    return 0;
  }
}
