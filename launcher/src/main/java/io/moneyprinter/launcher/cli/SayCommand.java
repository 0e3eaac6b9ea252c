package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.speech.PreviewVoice;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/** {@code moneyprinter say}. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = "Speaks a sentence into a WAV file, to hear a voice.")
public final class SayCommand implements Callable<Integer> {
  private static final long SECONDS = 90;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description = "What to say, at most 300 characters (default: a sample of the language)")
  private String text;

  @Option(
      names = {"-v", "--voice"},
      paramLabel = "ID",
      description = "One of 'moneyprinter voices' (default: the best of the language)")
  private String voice;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      description = "Language of the text, such as en or de (default: the voice's)")
  private String language;

  @Option(names = "--rate", paramLabel = "FACTOR", description = "Speed, 0.5 to 2 (default: 1)")
  private Double rate;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write (default: ${DEFAULT-VALUE})",
      defaultValue = "say.wav")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException, IOException {
    Installation installation = options.read();
    LogSetup.toFile(installation.config().logging(), installation.data().resolve("logs/say.log"));
    PrintWriter out = spec.commandLine().getOut();
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "speech"))) {
      Speech speech =
          SpeechMessages.PREVIEW
              .ask(node.vertx().eventBus(), new PreviewVoice(voice, language, text, rate))
              .await(SECONDS, TimeUnit.SECONDS);
      Files.copy(
          node.node().blobs().local(speech.audio()).await(SECONDS, TimeUnit.SECONDS),
          file,
          StandardCopyOption.REPLACE_EXISTING);
      out.printf("%s, %.1f s: %s%n", speech.voice(), speech.seconds(), file.toAbsolutePath());
      if (speech.note() != null) {
        out.println(speech.note());
      }
      out.flush();
    }
    return 0;
  }
}
