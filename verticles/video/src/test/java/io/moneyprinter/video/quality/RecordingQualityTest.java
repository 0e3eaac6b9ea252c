package io.moneyprinter.video.quality;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.VoiceEffect;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Decoded;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.audio.AudioMixer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bad recordings through the real mixer, up to the report of the video that they are in. */
class RecordingQualityTest {
  private static final double SECONDS = 6;

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void aNoisyRecordingIsToldAndTheNoiseReducerMakesItQuiet() {
    Random random = new Random(4);
    Blob noisy = recording(0.3, () -> 0.012 * random.nextGaussian());

    MixedAudio plain = mixed(noisy, List.of());
    MixedAudio denoised = mixed(noisy, List.of(VoiceEffect.DENOISE));

    Check told = check(plain, List.of(), SoundLimits.usual(), "voice-noise");
    assertThat(told.verdict()).isEqualTo(Verdict.DOUBTFUL);
    assertThat(told.wanted()).contains("25 dB", "[denoise]");
    assertThat(
            check(denoised, List.of(VoiceEffect.DENOISE), SoundLimits.usual(), "voice-noise")
                .verdict())
        .isEqualTo(Verdict.GOOD);
    // Between the words, below the voice, as it is heard in the end.
    assertThat(pause(plain) - pause(denoised)).isGreaterThan(8);

    SoundLimits generous = new SoundLimits(0.05, 10, 60, 60, 260, 1, false);
    assertThat(check(plain, List.of(), generous, "voice-noise").verdict()).isEqualTo(Verdict.GOOD);
    SoundLimits strict = new SoundLimits(0.05, 25, 60, 60, 260, 1, true);
    assertThat(check(plain, List.of(), strict, "voice-noise").verdict()).isEqualTo(Verdict.BAD);
  }

  @Test
  void aClippedRecordingIsTold() {
    MixedAudio clipped = mixed(recording(1.6, quiet()), List.of());

    Check told = check(clipped, List.of(), SoundLimits.usual(), "voice-clipping");
    assertThat(told.verdict()).isEqualTo(Verdict.DOUBTFUL);
    assertThat(told.wanted()).contains("more quietly");
    MixedAudio clean = mixed(recording(0.3, quiet()), List.of());
    assertThat(report(clean, List.of(), SoundLimits.usual()))
        .filteredOn(check -> check.name().startsWith("voice-"))
        .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Verdict.GOOD))
        .extracting(Check::name)
        .containsExactly("voice-clipping", "voice-noise", "voice-silence", "voice-rate");
  }

  @Test
  void aVoiceWhosePausesAreDigitalSilenceHasNoNoise() {
    MixedAudio synthetic = mixed(recording(0.3, () -> 0), List.of());

    assertThat(check(synthetic, List.of(), SoundLimits.usual(), "voice-noise").verdict())
        .isEqualTo(Verdict.GOOD);
  }

  @Test
  void hurriedSpeechIsToldExceptWhereWordsCannotBeCounted() {
    assertThat(SpeechRate.of(timeline("word", 30)).orElseThrow()).isBetween(118.0, 122.0);
    assertThat(SpeechRate.of(timeline("你好", 30))).isEmpty();
    MixedAudio clean = mixed(recording(0.3, quiet()), List.of());
    SoundChecks checks = new SoundChecks(mix(clean.audio(), List.of()), SoundLimits.usual());

    assertThat(checks.of(clean, List.of(), SpeechRate.of(timeline("word", 10))))
        .filteredOn(check -> check.name().equals("voice-rate"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.verdict()).isEqualTo(Verdict.DOUBTFUL);
              assertThat(check.measured()).startsWith("36");
            });
  }

  /** What a good room has. */
  private static DoubleSupplier quiet() {
    Random random = new Random(5);
    return () -> 0.0003 * random.nextGaussian();
  }

  /** Words of half a second and pauses as long, over a noise. */
  private Blob recording(double level, DoubleSupplier noise) {
    IntToDoubleFunction wave =
        i -> {
          double t = i / (double) Sounds.RATE;
          boolean speaking = t % 1 < 0.5;
          double voice = Math.sin(2 * Math.PI * 160 * t) + 0.4 * Math.sin(2 * Math.PI * 900 * t);
          double swell = Math.sin(Math.PI * (t % 0.5) / 0.5);
          return (speaking ? level * swell * voice : 0) + noise.getAsDouble();
        };
    return Sounds.sound(test.node(), 1, SECONDS, wave);
  }

  private MixedAudio mixed(Blob voice, List<VoiceEffect> effects) {
    AudioMixer mixer =
        new AudioMixer(
            RealFfmpeg.on(test.node()),
            test.node().blobs(),
            test.node().pools(),
            test.node().data());
    return answer(
        mixer.mix(new MixAudio(mix(voice, effects), OutputBrief.DEFAULT), new Studio.Task()), 60);
  }

  private static AudioMix mix(Blob voice, List<VoiceEffect> effects) {
    return new AudioMix(
        List.of(new AudioMix.Cue(voice, 0)), null, -16, SECONDS, -14, List.of(), null, effects);
  }

  /** How loud the pauses are against the words, decibels. */
  private double pause(MixedAudio mixed) {
    Decoded sound = Decoded.of(test.node(), mixed.audio());
    return sound.power(3.6, 3.95) - sound.power(3.1, 3.4);
  }

  private static Check check(
      MixedAudio mixed, List<VoiceEffect> effects, SoundLimits limits, String name) {
    return report(mixed, effects, limits).stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Check> report(
      MixedAudio mixed, List<VoiceEffect> effects, SoundLimits limits) {
    return new SoundChecks(mix(mixed.audio(), effects), limits)
        .of(mixed, List.of(), SpeechRate.of(timeline("word", 30)));
  }

  /** Twelve words in captions of four, each of so many frames at 60 a second. */
  private static Timeline timeline(String word, int frames) {
    List<Caption> captions = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      List<Caption.Word> words = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int at = (4 * c + i) * frames;
        words.add(new Caption.Word(word, at, at + frames));
      }
      captions.add(new Caption(4 * c * frames, 4 * (c + 1) * frames, words));
    }
    Canvas canvas = new Canvas(128, 224, 60);
    AudioMix mix = new AudioMix(List.of(), null, 0, 12 * frames / 60.0, -14);
    return new Timeline(canvas, 12 * frames, List.of(), CaptionStyle.DEFAULT, captions, mix, 1);
  }
}
