package io.moneyprinter.materials.music;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.video.MusicBrief.Mood;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MusicComposerTest {
  /** Rendered once: several tests listen to the same piece. */
  private static final Map<Mood, Sounding> TYPICAL = new EnumMap<>(Mood.class);

  @RegisterExtension final TestNode test = TestNode.plain();

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void musicComesNearMinusThreeDecibelsAndNeverAbove(Mood mood) {
    Sounding music = typical(mood);

    assertThat(decibels(music.peak())).isBetween(-6.0, -2.99);
    assertThat(decibels(music.rms(0, music.frames()))).isBetween(-26.0, -15.0);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void nothingClicks(Mood mood) {
    Sounding music = typical(mood);
    double worst = 0;
    double loudest = 0;
    for (int i = 2; i < music.frames(); i++) {
      // The second difference of a click stands far above that of any tone below it.
      worst = Math.max(worst, Math.abs(music.left(i) - 2 * music.left(i - 1) + music.left(i - 2)));
      loudest = Math.max(loudest, Math.abs(music.left(i) - music.left(i - 1)));
    }

    assertThat(loudest).as("step from sample to sample").isLessThan(0.2);
    assertThat(worst).as("bend from sample to sample").isLessThan(0.2);
  }

  @Test
  void itBeginsAndEndsInSilence() {
    Sounding music = sounding(compose(Mood.DRIVING, 12, 5));

    assertThat(decibels(music.rms(0, 480))).isLessThan(-55);
    assertThat(decibels(music.rms(music.frames() - 480, music.frames()))).isLessThan(-55);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void itsColourChangesAsInstrumentsComeAndGo(Mood mood) {
    Sounding music = typical(mood);

    double[] opening = Spectrum.octaves(music::left, 48_000, 96_000);
    double[] middle = Spectrum.octaves(music::left, 18 * 48_000, 96_000);

    double moved = 0;
    for (int band = 0; band < Spectrum.BANDS; band++) {
      moved += Math.abs(opening[band] - middle[band]);
    }
    assertThat(moved).as("share of power that changed its octave").isGreaterThan(0.3);
  }

  @Test
  void theTwoEarsHearDifferentThings() {
    Sounding music = sounding(compose(Mood.CALM, 15, 2));
    double difference = 0;
    double sum = 0;
    for (int i = 0; i < music.frames(); i++) {
      difference += Math.pow(music.left(i) - music.right(i), 2);
      sum += Math.pow(music.left(i) + music.right(i), 2);
    }

    assertThat(difference / sum).isBetween(0.05, 1.0);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    byte[] one = rendered(1);

    assertThat(rendered(1)).isEqualTo(one);
    assertThat(rendered(2)).isNotEqualTo(one);
  }

  private byte[] rendered(long seed) throws IOException {
    Path file = test.node().data().scratch("music").resolve("piece.wav");
    new MusicRenderer(Mood.BRIGHT, 6, seed).render(file, done -> {}, () -> false);
    return Files.readAllBytes(file);
  }

  @Test
  void theFileIsExactlyAsLongAsAskedFor() {
    Music music = compose(Mood.CALM, 7.25, 4);

    assertThat(music.seconds()).isEqualTo(7.25);
    assertThat(sounding(music).frames()).isEqualTo(348_000);
    assertThat(music.title()).matches("Calm in .+ (major|minor), \\d+ bpm");
    assertThat(music.provenance().licence()).isEqualTo("CC0-1.0");
    assertThat(music.provenance().source()).isEqualTo("generated");
  }

  @Test
  void aVeryShortPieceIsPossible() {
    assertThat(sounding(compose(Mood.DRIVING, 0.5, 4)).frames()).isEqualTo(24_000);
  }

  @Test
  void noneIsSilenceWithoutAFile() {
    Music music = compose(Mood.NONE, 10, 1);

    assertThat(music.audio()).isNull();
    assertThat(music.seconds()).isZero();
  }

  @Test
  void aCancelledPieceLeavesNothingBehind() throws IOException {
    TaskContext cancelled = new Context(true);

    assertThat(
            Answers.failure(composer().compose(new ComposeMusic(Mood.CALM, 600, 1), cancelled))
                .code())
        .isEqualTo(FailureCode.CANCELLED);
    try (var staged = Files.list(test.node().data().staging())) {
      assertThat(staged).isEmpty();
    }
  }

  private record Context(boolean cancelled) implements TaskContext {
    @Override
    public void progress(double fraction) {
      assertThat(fraction).isBetween(0.0, 1.0);
    }

    @Override
    public void onCancel(Runnable stop) {
      // Nothing of music runs outside this process.
    }
  }

  private MusicComposer composer() {
    return new MusicComposer(test.node().pools(), test.node().blobs());
  }

  private Music compose(Mood mood, double seconds, long seed) {
    return Answers.answer(
        composer().compose(new ComposeMusic(mood, seconds, seed), new Context(false)), 60);
  }

  private Sounding sounding(Music music) {
    try {
      byte[] bytes = Files.readAllBytes(test.node().blobs().path(music.audio()));
      assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
      assertThat(music.audio().mediaType()).isEqualTo("audio/wav");
      return new Sounding(
          ByteBuffer.wrap(bytes, 44, bytes.length - 44)
              .slice()
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sounding typical(Mood mood) {
    return TYPICAL.computeIfAbsent(mood, m -> sounding(compose(m, 22, 9)));
  }

  private static double decibels(double amplitude) {
    return 20 * Math.log10(amplitude + 1e-9);
  }

  private record Sounding(ShortBuffer samples) {
    int frames() {
      return samples.limit() / 2;
    }

    double left(int i) {
      return samples.get(2 * i) / 32768.0;
    }

    double right(int i) {
      return samples.get(2 * i + 1) / 32768.0;
    }

    double peak() {
      double peak = 0;
      for (int i = 0; i < samples.limit(); i++) {
        peak = Math.max(peak, Math.abs(samples.get(i) / 32768.0));
      }
      return peak;
    }

    double rms(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += left(i) * left(i) + right(i) * right(i);
      }
      return Math.sqrt(sum / 2 / (to - from));
    }
  }
}
