package io.moneyprinter.speech.piper;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.remote.Remotes;
import io.moneyprinter.speech.remote.SpreadTimes;
import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that takes what Piper takes, notes it, and says what it is told to. */
@DisabledOnOs(OS.WINDOWS)
class PiperProviderTest {
  private static final String SPEAKS =
      """
      #!/bin/sh
      echo "$@" > "$(dirname "$0")/arguments"
      cat > "$(dirname "$0")/text"
      cat "$(dirname "$0")/samples"
      """;

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir private Path folder;

  @BeforeEach
  void dropVoices() throws IOException {
    voice("de_DE-anna-medium", "{'audio':{'sample_rate':24000},'language':{'code':'de_DE'}}");
    voice("en_US-joe-low", "{'audio':{'sample_rate':24000},'espeak':{'voice':'en-us'}}");
    voice("broken", "<html>");
    Files.createFile(folder.resolve("alone.onnx"));
    Files.write(folder.resolve("samples"), ToneFiles.pcm().getBytes());
  }

  @Test
  void voicesInTheFolderAreOffered() throws IOException {
    SpeechProvider piper = open(program(SPEAKS));

    assertThat(piper.voices())
        .containsExactly(
            new Voice("piper:de_DE-anna-medium", "de_DE-anna-medium", "de-DE", "unknown", true),
            new Voice("piper:en_US-joe-low", "en_US-joe-low", "en-us", "unknown", true));
    assertThat(piper.voiceFor("de").orElseThrow().id()).isEqualTo("piper:de_DE-anna-medium");
    assertThat(piper.voiceFor("fr")).isEmpty();
    answer(piper.check());
  }

  @Test
  void theProgramSpeaksOneLineAtTheRateThatIsAskedFor() throws IOException {
    SpeechProvider piper = open(program(SPEAKS));

    SpokenText spoken = answer(Remotes.say(piper, "de_DE-anna-medium", "Eins\nzwei drei", 1.25));

    assertThat(spoken.sound().rate()).isEqualTo(24_000);
    assertThat(spoken.sound().seconds()).isBetween(1.1, 1.3);
    assertThat(Files.readString(folder.resolve("text"))).isEqualTo("Eins zwei drei\n");
    assertThat(Files.readString(folder.resolve("arguments")))
        .isEqualTo(
            "--model %s --output_raw --length_scale 0.800\n"
                .formatted(folder.resolve("de_DE-anna-medium.onnx")));
  }

  @Test
  void aProgramThatFailsIsToldWithWhatItSaid() throws IOException {
    SpeechProvider piper =
        open(program("#!/bin/sh\ncat > /dev/null\necho 'no such model' >&2\nexit 3\n"));

    var failure = failure(Remotes.say(piper, "en_US-joe-low", "One"));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("3").hasMessageContaining("no such model");
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    SpeechProvider piper = open(program("#!/bin/sh\nexec sleep 600\n"));

    assertThat(failure(Remotes.say(piper, "en_US-joe-low", "One")).code())
        .isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void withoutTheProgramThereAreNoVoicesButARemedy() {
    SpeechProvider piper = open("no-such-piper");

    assertThat(piper.voices()).isEmpty();
    assertThat(failure(piper.check()))
        .hasMessageContaining("no-such-piper")
        .hasMessageContaining("speech.piper.program");
  }

  private void voice(String name, String description) throws IOException {
    Files.createFile(folder.resolve(name + ".onnx"));
    Files.writeString(folder.resolve(name + ".onnx.json"), description.replace('\'', '"'));
  }

  private String program(String script) throws IOException {
    Path file = folder.resolve("piper");
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  private SpeechProvider open(String program) {
    SpeechProvider piper =
        PiperProvider.open(
            new PiperConfig(program, Optional.of(folder.toString()), Duration.ofMillis(1500)),
            Remotes.shared(test.node(), new SpreadTimes()));
    answer(piper.refresh());
    return piper;
  }
}
