package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter schedule}. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = "Has a running node make videos or batches at times to come.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ScheduleAddCommand.class,
    footer = {
      "",
      "Examples:",
      "  moneyprinter schedule add topic.yaml --cron \"0 9 * * MON-FRI\" --zone Europe/Berlin",
      "  moneyprinter schedule add topics.csv --at 2027-05-01T09:00:00+02:00",
      "  moneyprinter schedule next \"0 9 1 * *\""
    })
public final class ScheduleCommand implements Runnable {
  static final String PATH = "/v1/schedules";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists schedules, newest first.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    String next = PATH + "?limit=100";
    while (next != null) {
      JsonNode page = node.client().ask("GET", next, "");
      page.path("schedules").forEach(new ScheduleText(out())::line);
      next = page.hasNonNull("next") ? page.get("next").asText() : null;
    }
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows a schedule with its next and last times.")
  int show(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    return show(node.client().ask("GET", one(id), ""));
  }

  @Command(mixinStandardHelpOptions = true, description = "Lets the times of a schedule pass.")
  int pause(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    return show(node.client().ask("POST", one(id) + "/pause", ""));
  }

  @Command(mixinStandardHelpOptions = true, description = "Goes on with a paused schedule.")
  int resume(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    return show(node.client().ask("POST", one(id) + "/resume", ""));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Takes a schedule away; what it ordered stays.")
  int delete(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    new ScheduleText(out()).line(node.client().ask("DELETE", one(id), ""));
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows when a cron expression would be due.")
  int next(
      @Parameters(paramLabel = "EXPRESSION") String cron,
      @Option(names = "--zone", description = "Whose clocks count (default: this machine's)")
          String zone,
      @Option(names = "--count", defaultValue = "5", description = "How many, up to 100") int count,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String query =
        "?cron=%s&zone=%s&count=%d"
            .formatted(
                Address.part(cron), Address.part(ScheduleAddCommand.zone(zone).getId()), count);
    node.client()
        .ask("GET", PATH + "/preview" + query, "")
        .path("times")
        .forEach(time -> out().println(time.asText()));
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int show(JsonNode schedule) {
    new ScheduleText(out()).all(schedule);
    return 0;
  }

  private static String one(String id) {
    return PATH + "/" + Address.part(id);
  }
}
