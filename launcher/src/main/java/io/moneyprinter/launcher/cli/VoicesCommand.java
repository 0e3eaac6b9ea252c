package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.speech.ListProviders;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.ProviderList;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

  @Option(
      names = {"-p", "--provider"},
      paramLabel = "NAME",
      description = "Only voices of this provider, such as espeak or edge")
  private String provider;

  @Option(
      names = {"-g", "--gender"},
      paramLabel = "WORD",
      description = "Only female, male or unknown voices")
  private String gender;

  @Option(names = "--offline", description = "Only voices that work without the internet")
  private boolean offline;

  @Option(names = "--providers", description = "List the providers and what they lack instead")
  private boolean providers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException {
    Installation installation = options.read();
    Path log = installation.data().resolve("logs/voices.log");
    LogSetup.toFile(installation.config().logging(), log);
    PrintWriter out = spec.commandLine().getOut();
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "speech"))) {
      if (providers) {
        listProviders(node, out);
      } else {
        listVoices(node, out);
      }
      out.flush();
    }
    return 0;
  }

  private void listVoices(RunningNode node, PrintWriter out) throws TimeoutException {
    var wanted = new ListVoices(language, provider, gender, offline ? true : null);
    List<Voice> voices =
        SpeechMessages.VOICES
            .ask(node.vertx().eventBus(), wanted)
            .await(30, TimeUnit.SECONDS)
            .voices();
    for (Voice voice : voices) {
      out.printf(
          "%-36s %-14s %-8s %s%n", voice.id(), voice.language(), voice.gender(), voice.name());
    }
  }

  private static void listProviders(RunningNode node, PrintWriter out) throws TimeoutException {
    List<ProviderList.Provider> all =
        SpeechMessages.PROVIDERS
            .ask(node.vertx().eventBus(), new ListProviders())
            .await(30, TimeUnit.SECONDS)
            .providers();
    for (ProviderList.Provider each : all) {
      out.printf(
          "%-12s %-12s %4d voices%s%n",
          each.id(),
          each.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          each.voices(),
          each.detail() == null ? "" : "  " + each.detail());
    }
  }
}
