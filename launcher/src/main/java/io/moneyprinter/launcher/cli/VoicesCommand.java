package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter voices}. */
@Command(
    name = "voices",
    mixinStandardHelpOptions = true,
    description = "Lists the voices that can be asked for, best first.")
public final class VoicesCommand implements Callable<Integer> {
  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      description = "Only voices of this language, such as en, de or zh")
  private String language;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException {
    Installation installation = options.read();
    Path log = installation.data().resolve("logs/voices.log");
    LogSetup.toFile(installation.config().logging(), log);
    PrintWriter out = spec.commandLine().getOut();
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "speech"))) {
      List<Voice> voices =
          SpeechMessages.VOICES
              .ask(node.vertx().eventBus(), new ListVoices(language))
              .await(30, TimeUnit.SECONDS)
              .voices();
      for (Voice voice : voices) {
        out.printf(
            "%-28s %-10s %-8s %s%n", voice.id(), voice.language(), voice.gender(), voice.name());
      }
      out.flush();
    }
    return 0;
  }
}
