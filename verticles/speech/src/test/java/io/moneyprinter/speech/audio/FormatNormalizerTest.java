package io.moneyprinter.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.provider.SpokenText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatNormalizerTest {
  private final FormatNormalizer normalizer = new FormatNormalizer();

  @Test
  void silenceAroundIsCutAndTheWordsMoveWithTheSound() {
    var samples = new float[3 * 22_050];
    System.arraycopy(Probe.sine(300, 1, 22_050).samples(), 0, samples, 22_050, 22_050);
    var spoken =
        new SpokenText(
            new Sound(samples, 22_050),
            List.of(new WordTiming("one", 0, 3, 1.0, 1.4), new WordTiming("two", 4, 7, 1.4, 2.0)),
            TimingSource.EXACT);

    SpokenText common = normalizer.normalize(spoken);

    assertThat(common.sound().rate()).isEqualTo(48_000);
    assertThat(common.sound().seconds()).isCloseTo(1.15, within(0.02));
    WordTiming first = common.words().get(0);
    assertThat(first.start()).isCloseTo(0.03, within(0.01));
    assertThat(first.end() - first.start()).isCloseTo(0.4, within(0.001));
    assertThat(Probe.level(common.sound(), first.start() + 0.01, first.end())).isGreaterThan(-6);
    assertThat(Probe.level(common.sound(), 0, first.start() - 0.015)).isLessThan(-50);
  }

  @Test
  void thePeakIsOneAndAHalfDecibelsBelowFullScale() {
    SpokenText common = normalizer.normalize(spoken(Probe.sine(440, 1, 48_000)));

    assertThat(20 * Math.log10(common.sound().peak())).isCloseTo(-1.5, within(0.01));
  }

  @Test
  void nearSilenceIsNotBlownUp() {
    Sound faint = Probe.sine(440, 1, 48_000);
    for (int i = 0; i < faint.samples().length; i++) {
      faint.samples()[i] *= 0.02f;
    }

    assertThat(normalizer.normalize(spoken(faint)).sound().peak()).isLessThan(0.05);
  }

  @Test
  void theFileIsReadByOthers(@TempDir Path folder)
      throws IOException, UnsupportedAudioFileException {
    Path file = folder.resolve("voice.wav");
    WavFile.write(new Sound(new float[] {0, 0.5f, -0.5f, 1.5f, -1.5f}, 48_000), file);

    try (var audio = AudioSystem.getAudioInputStream(file.toFile())) {
      AudioFormat format = audio.getFormat();
      assertThat(format.getSampleRate()).isEqualTo(48_000);
      assertThat(format.getChannels()).isEqualTo(1);
      assertThat(format.getSampleSizeInBits()).isEqualTo(16);
      float[] read = Sound.ofPcm16(audio.readAllBytes(), 48_000).samples();
      assertThat(read).containsExactly(0, 0.5f, -0.5f, 32767 / 32768f, -1);
    }
  }

  private static SpokenText spoken(Sound sound) {
    return new SpokenText(sound, List.of(), TimingSource.EXACT);
  }
}
