package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.speech.GetLexicon;
import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.speech.PutLexicon;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.vertx.core.eventbus.EventBus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter lexicon}. */
@Command(
    name = "lexicon",
    mixinStandardHelpOptions = true,
    description = "Shows, or changes, how voices read words that they get wrong.")
public final class LexiconCommand implements Callable<Integer> {
  private static final long SECONDS = 30;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      defaultValue = Lexicon.ALL_LANGUAGES,
      description = "Of this language, such as en or de; without it, for all languages")
  private String language;

  @Option(
      names = {"-r", "--remove"},
      paramLabel = "WORD",
      description = "Leaves this word to the voices again")
  private List<String> removed = List.of();

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD=READING",
      description = "How to read a word, such as SQL=sequel")
  private Map<String, String> added = Map.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException {
    Installation installation = options.read();
    Path log = installation.data().resolve("logs/lexicon.log");
    LogSetup.toFile(installation.config().logging(), log);
    PrintWriter out = spec.commandLine().getOut();
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "speech"))) {
      EventBus bus = node.vertx().eventBus();
      Lexicon lexicon =
          SpeechMessages.GET_LEXICON
              .ask(bus, new GetLexicon(language))
              .await(SECONDS, TimeUnit.SECONDS);
      if (!added.isEmpty() || !removed.isEmpty()) {
        Map<String, String> entries = new HashMap<>(lexicon.entries());
        removed.forEach(entries::remove);
        entries.putAll(added);
        lexicon =
            SpeechMessages.PUT_LEXICON
                .ask(bus, new PutLexicon(new Lexicon(lexicon.language(), entries)))
                .await(SECONDS, TimeUnit.SECONDS);
      }
      lexicon.sorted().forEach((word, said) -> out.printf("%-28s %s%n", word, said));
      out.flush();
    }
    return 0;
  }
}
