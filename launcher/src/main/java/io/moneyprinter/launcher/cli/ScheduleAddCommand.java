package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.launcher.schedule.ScheduledFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter schedule add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Orders a video or a batch at a time, or whenever a cron expression says.")
public final class ScheduleAddCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A brief as for make, or rows as for batch")
  private Path file;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "2027-05-01T09:00:00+02:00, or without offset in the zone")
  private String at;

  @Option(
      names = "--cron",
      paramLabel = "EXPRESSION",
      description = "Minute, hour, day of month, month, day of week: \"0 9 * * MON-FRI\"")
  private String cron;

  @Option(names = "--zone", description = "Whose clocks count (default: this machine's)")
  private String zone;

  @Option(names = "--name", description = "For people")
  private String name;

  @Option(
      names = "--missed",
      description = "Times that passed while no node ran: once (the default) or skip")
  private Missed missed;

  @Option(
      names = "--overlap",
      description = "While the run before goes on: allow (the default) or skip")
  private Overlap overlap;

  @Option(names = "--priority", description = "low, normal (the default) or high")
  private Priority priority;

  @Mixin private NodeOptions node = new NodeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    ObjectNode order = RecordJson.wire().createObjectNode();
    ZoneId place = zone(zone);
    new ScheduledFile(file).into(order);
    if (name != null) {
      order.put("name", name);
    }
    if (at != null) {
      order.put("runAt", time(at, place));
    }
    if (cron != null) {
      order.put("cron", cron).put("zone", place.getId());
    }
    if (missed != null) {
      order.put("missed", missed.name().toLowerCase(Locale.ROOT));
    }
    if (overlap != null) {
      order.put("overlap", overlap.name().toLowerCase(Locale.ROOT));
    }
    if (priority != null) {
      order.put("priority", priority.name());
    }
    new ScheduleText(spec.commandLine().getOut())
        .all(node.client().ask("POST", ScheduleCommand.PATH, order.toString()));
    return 0;
  }

  /** The zone of a name; this machine's for {@code null}. */
  static ZoneId zone(String name) {
    try {
      return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new ServiceFailure(
          FailureCode.INVALID, "--zone: there is no " + name + "; one is Europe/Berlin");
    }
  }

  private static String time(String at, ZoneId zone) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(at));
    } catch (DateTimeParseException noOffset) {
      try {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(LocalDateTime.parse(at).atZone(zone));
      } catch (DateTimeParseException e) {
        throw new ServiceFailure(
            FailureCode.INVALID, "--at: must be a time such as 2027-05-01T09:00:00+02:00");
      }
    }
  }
}
