package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.speech.PreviewVoice;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.ConvertSound;
import io.moneyprinter.codecs.video.SoundForm;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter say}. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description =
        "Speaks a sentence into a sound file, or every line of a text file into one each.")
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
      names = "--lines",
      paramLabel = "FILE",
      description =
          "Speaks every line of this text file into a file of its own, in the folder of --out")
  private Path lines;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description =
          "Where to write; its ending says the form: .wav, .flac, .mp3, .m4a or .ogg"
              + " (default: say.wav, with --lines the folder say)")
  private Path target;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "The form with --lines: wav, flac, mp3, m4a or ogg (default: wav)")
  private SoundForm form;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException, IOException {
    List<Utterance> all = utterances();
    Installation installation = options.read();
    LogSetup.toFile(installation.config().logging(), installation.data().resolve("logs/say.log"));
    PrintWriter out = spec.commandLine().getOut();
    boolean kept = all.stream().allMatch(each -> each.form() == SoundForm.WAV);
    Set<String> roles = kept ? Set.of("storage", "speech") : Set.of("storage", "speech", "video");
    try (RunningNode node = RunningNode.start(installation, roles)) {
      for (Utterance each : all) {
        say(node, each, out);
      }
    }
    return 0;
  }

  /** One text and the file that it is spoken into. */
  private record Utterance(String text, Path file, SoundForm form) {}

  private List<Utterance> utterances() throws IOException {
    if (lines == null) {
      Path file = target == null ? Path.of("say.wav") : target;
      SoundForm said = SoundForm.ofFile(file.toString()).orElse(SoundForm.WAV);
      return List.of(new Utterance(text, file, form == null ? said : form));
    }
    if (text != null) {
      throw new ParameterException(spec.commandLine(), "Give a text or --lines, not both");
    }
    SoundForm wanted = form == null ? SoundForm.WAV : form;
    Path folder = Files.createDirectories(target == null ? Path.of("say") : target);
    List<String> texts = read().stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    List<Utterance> all = new ArrayList<>();
    for (String each : texts) {
      String name = "%03d%s".formatted(all.size() + 1, wanted.suffix());
      all.add(new Utterance(each, folder.resolve(name), wanted));
    }
    return all;
  }

  private List<String> read() throws IOException {
    try {
      return Files.readAllLines(lines, StandardCharsets.UTF_8);
    } catch (NoSuchFileException | CharacterCodingException e) {
      throw new ParameterException(
          spec.commandLine(), lines + " is no text file: give one in UTF-8, a text a line", e);
    }
  }

  private void say(RunningNode node, Utterance said, PrintWriter out)
      throws TimeoutException, IOException {
    EventBus bus = node.vertx().eventBus();
    Speech speech =
        SpeechMessages.PREVIEW
            .ask(bus, new PreviewVoice(voice, language, said.text(), rate))
            .await(SECONDS, TimeUnit.SECONDS);
    Future<Blob> audio =
        said.form() == SoundForm.WAV
            ? Future.succeededFuture(speech.audio())
            : VideoMessages.CONVERT_SOUND.ask(bus, new ConvertSound(speech.audio(), said.form()));
    Files.copy(
        audio.compose(node.node().blobs()::local).await(SECONDS, TimeUnit.SECONDS),
        said.file(),
        StandardCopyOption.REPLACE_EXISTING);
    out.printf("%s, %.1f s: %s%n", speech.voice(), speech.seconds(), said.file().toAbsolutePath());
    if (speech.note() != null) {
      out.println(speech.note());
    }
    out.flush();
  }
}
