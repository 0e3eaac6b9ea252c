package io.moneyprinter.launcher;

import io.moneyprinter.launcher.cli.AddCaptionsCommand;
import io.moneyprinter.launcher.cli.ApiCommand;
import io.moneyprinter.launcher.cli.AuditCommand;
import io.moneyprinter.launcher.cli.BatchCommand;
import io.moneyprinter.launcher.cli.BenchmarkCommand;
import io.moneyprinter.launcher.cli.CandidatesCommand;
import io.moneyprinter.launcher.cli.CaptionsCommand;
import io.moneyprinter.launcher.cli.CertificatesCommand;
import io.moneyprinter.launcher.cli.ClusterCommand;
import io.moneyprinter.launcher.cli.ConfigCommand;
import io.moneyprinter.launcher.cli.DeadLettersCommand;
import io.moneyprinter.launcher.cli.DoctorCommand;
import io.moneyprinter.launcher.cli.DownloadCommand;
import io.moneyprinter.launcher.cli.DrainCommand;
import io.moneyprinter.launcher.cli.FailureReport;
import io.moneyprinter.launcher.cli.FlagsCommand;
import io.moneyprinter.launcher.cli.LexiconCommand;
import io.moneyprinter.launcher.cli.LinkCommand;
import io.moneyprinter.launcher.cli.MakeCommand;
import io.moneyprinter.launcher.cli.MaterialsCommand;
import io.moneyprinter.launcher.cli.MusicCommand;
import io.moneyprinter.launcher.cli.NotificationsCommand;
import io.moneyprinter.launcher.cli.SayCommand;
import io.moneyprinter.launcher.cli.ScheduleCommand;
import io.moneyprinter.launcher.cli.SchemaCommand;
import io.moneyprinter.launcher.cli.ScriptCommand;
import io.moneyprinter.launcher.cli.ServiceKeyCommand;
import io.moneyprinter.launcher.cli.StartCommand;
import io.moneyprinter.launcher.cli.StorageCommand;
import io.moneyprinter.launcher.cli.StoryboardCommand;
import io.moneyprinter.launcher.cli.TemplateCommand;
import io.moneyprinter.launcher.cli.ThreatsCommand;
import io.moneyprinter.launcher.cli.UsersCommand;
import io.moneyprinter.launcher.cli.VerifyCommand;
import io.moneyprinter.launcher.cli.VersionCommand;
import io.moneyprinter.launcher.cli.VersionProvider;
import io.moneyprinter.launcher.cli.VoicesCommand;
import io.moneyprinter.launcher.cli.WebhooksCommand;
import io.moneyprinter.launcher.cli.WorkflowsCommand;
import java.util.List;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line. */
@Command(
    name = "moneyprinter",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "A topic goes in, a finished short video comes out.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Try:",
      "  moneyprinter make conf/examples/coffee.yaml     make one video, here and now",
      "  moneyprinter start                              run a node; open http://localhost:8000",
      "  moneyprinter doctor                             check this machine",
      "",
      "Exit codes: 0 done; 64 wrong usage; 65 bad input; 66 input not found; 69 something needed",
      "is not reachable; 70 a fault of ours; 74 no space or permission; 75 try again later;",
      "77 not permitted; 78 wrong configuration."
    })
public final class Main implements Runnable {
  /** Of a terminal, in characters; what the commands say of themselves is written for it. */
  private static final int HELP_WIDTH = 100;

  private static final List<CommandGroup> GROUPS =
      List.of(
          CommandGroup.of(
              "Videos",
              MakeCommand.class,
              BatchCommand.class,
              ScheduleCommand.class,
              ScriptCommand.class,
              TemplateCommand.class,
              StoryboardCommand.class,
              CandidatesCommand.class,
              WorkflowsCommand.class,
              DownloadCommand.class,
              LinkCommand.class,
              VerifyCommand.class),
          CommandGroup.of(
              "Voices, music and captions",
              VoicesCommand.class,
              SayCommand.class,
              LexiconCommand.class,
              MusicCommand.class,
              CaptionsCommand.class,
              AddCaptionsCommand.class),
          CommandGroup.of("Files", MaterialsCommand.class, StorageCommand.class),
          CommandGroup.of(
              "People and other systems",
              UsersCommand.class,
              ServiceKeyCommand.class,
              NotificationsCommand.class,
              WebhooksCommand.class,
              ApiCommand.class),
          CommandGroup.of(
              "Running it",
              StartCommand.class,
              DrainCommand.class,
              ClusterCommand.class,
              DeadLettersCommand.class,
              FlagsCommand.class,
              AuditCommand.class,
              ThreatsCommand.class,
              CertificatesCommand.class,
              DoctorCommand.class,
              ConfigCommand.class),
          CommandGroup.of(
              "Besides",
              SchemaCommand.class,
              BenchmarkCommand.class,
              VersionCommand.class,
              HelpCommand.class,
              AutoComplete.GenerateCompletion.class));

  private static final List<Class<?>> COMMANDS =
      GROUPS.stream().<Class<?>>flatMap(group -> group.commands().stream()).toList();

  /** Those that speak of the others. */
  private static final Set<Class<?>> ABOUT_ALL =
      Set.of(HelpCommand.class, AutoComplete.GenerateCompletion.class);

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(called(arguments)).execute(arguments));
  }

  /** The command line, ready to execute. */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /**
   * The one command that is called by name; else all. Reading what all of them may be told takes
   * much of a second on a small machine, and nobody waits for it gladly.
   */
  private static List<Class<?>> called(String[] arguments) {
    return COMMANDS.stream()
        .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
        .filter(command -> !ABOUT_ALL.contains(command))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Main());
    commands.forEach(line::addSubcommand);
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandOverview(GROUPS));
    line.getCommandSpec().usageMessage().commandListHeading("");
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setExecutionExceptionHandler(new FailureReport());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    usageErrors(line);
    return line;
  }

  private static void usageErrors(CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(FailureReport.USAGE);
    line.getSubcommands().values().forEach(Main::usageErrors);
  }
}
