package io.moneyprinter.launcher;

import io.moneyprinter.launcher.cli.AddCaptionsCommand;
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
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

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
    },
    subcommands = {
      MakeCommand.class,
      BatchCommand.class,
      ScheduleCommand.class,
      ScriptCommand.class,
      TemplateCommand.class,
      VerifyCommand.class,
      ServiceKeyCommand.class,
      StartCommand.class,
      ThreatsCommand.class,
      DoctorCommand.class,
      StoryboardCommand.class,
      CandidatesCommand.class,
      ClusterCommand.class,
      DeadLettersCommand.class,
      AuditCommand.class,
      UsersCommand.class,
      DrainCommand.class,
      FlagsCommand.class,
      WorkflowsCommand.class,
      NotificationsCommand.class,
      WebhooksCommand.class,
      VoicesCommand.class,
      SayCommand.class,
      MusicCommand.class,
      LexiconCommand.class,
      StorageCommand.class,
      MaterialsCommand.class,
      DownloadCommand.class,
      LinkCommand.class,
      CaptionsCommand.class,
      AddCaptionsCommand.class,
      CertificatesCommand.class,
      ConfigCommand.class,
      SchemaCommand.class,
      BenchmarkCommand.class,
      VersionCommand.class,
      HelpCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
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
