package io.moneyprinter.video.audio;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.speech.VoiceEffect;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.VoiceQuality;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoiceChainTest {
  private static final int RATE = 48_000;
  private static final int SECONDS = 3;

  @RegisterExtension final TestNode test = TestNode.plain();

  /** Two bursts of a voice-like tone, from 0.5 to 1 s loud and from 1.5 to 2 s soft, in noise. */
  private double[] bursts(double noise) {
    var random = new Random(3);
    var sound = new double[RATE * SECONDS];
    for (int i = 0; i < sound.length; i++) {
      double at = (double) i / RATE;
      double level = at >= 0.5 && at < 1 ? 0.4 : at >= 1.5 && at < 2 ? 0.08 : 0;
      double tone = 0;
      for (int hertz : new int[] {150, 450, 1200, 2600, 6500, 9000}) {
        tone += Math.sin(2 * Math.PI * hertz * at) / 4;
      }
      sound[i] = level * tone + noise * random.nextGaussian();
    }
    return sound;
  }

  @ParameterizedTest
  @EnumSource(VoiceEffect.class)
  void everyEffectKeepsTheTimeAndTheLength(VoiceEffect effect) throws IOException {
    float[] out = through(bursts(0.0005), List.of(effect));

    assertThat(out).hasSize(RATE * SECONDS);
    double loud = level(out, 0.55, 0.95);
    assertThat(loud).isBetween(-40.0, 0.0);
    assertThat(level(out, 0.2, 0.47)).as("before the first word").isLessThan(loud - 30);
    assertThat(level(out, 0.5, 0.55)).as("at its beginning").isGreaterThan(loud - 12);
  }

  @Test
  void eachDoesWhatItIsNamedFor() throws IOException {
    double[] noisy = bursts(0.004);
    double[] clean = bursts(0);
    float[] plain = through(clean, List.of(VoiceEffect.WARM, VoiceEffect.BRIGHT));
    float[] denoised = through(noisy, List.of(VoiceEffect.DENOISE));
    float[] compressed = through(clean, List.of(VoiceEffect.COMPRESS));
    float[] hall = through(clean, List.of(VoiceEffect.HALL));
    float[] room = through(clean, List.of(VoiceEffect.ROOM));
    float[] telephone = through(clean, List.of(VoiceEffect.TELEPHONE));
    float[] deEssed = through(clean, List.of(VoiceEffect.DE_ESS));

    assertThat(plain).hasSize(RATE * SECONDS);
    assertThat(level(denoised, 2.4, 2.9)).isLessThan(20 * Math.log10(0.004) - 8);
    double steps = 20 * Math.log10(0.4 / 0.08);
    assertThat(level(compressed, 0.7, 0.95) - level(compressed, 1.7, 1.95)).isLessThan(steps - 3);
    assertThat(level(hall, 1.1, 1.3)).isGreaterThan(level(room, 1.1, 1.3) + 10);
    assertThat(level(hall, 0.6, 0.9) - level(hall, 1.1, 1.3)).isBetween(6.0, 30.0);
    assertThat(tone(telephone, 150)).isLessThan(tone(clean, 150) - 15);
    assertThat(tone(telephone, 1200)).isCloseTo(tone(clean, 1200), within(2.0));
    double sharp = tone(clean, 9000) - tone(deEssed, 9000);
    double voiced = tone(clean, 450) - tone(deEssed, 450);
    assertThat(sharp).as("voiced sounds lose %.1f dB", voiced).isGreaterThan(voiced + 1.5);
  }

  @Test
  void theAnalyzerTellsClippingNoiseAndSilence() throws IOException {
    double[] loud = bursts(0.004);
    for (int i = 0; i < loud.length; i++) {
      loud[i] = Math.max(-1, Math.min(1, 4 * loud[i]));
    }

    VoiceQuality clean = take(bursts(0.0001), List.of()).quality();
    VoiceQuality clipped = take(loud, List.of()).quality();

    assertThat(clean.clipped()).isZero();
    assertThat(clean.silent()).isCloseTo(2.0 / 3, within(0.03));
    assertThat(clean.noiseFloor()).isCloseTo(-80, within(2.0));
    assertThat(clipped.clipped()).isGreaterThan(0.001);
    assertThat(clipped.silent()).isZero();
    assertThat(clipped.noiseFloor()).isCloseTo(20 * Math.log10(0.016), within(2.0));
  }

  private float[] through(double[] sound, List<VoiceEffect> effects) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(take(sound, effects).file()))
            .order(ByteOrder.LITTLE_ENDIAN);
    int data = bytes.capacity() - 4 * RATE * SECONDS;
    var samples = new float[RATE * SECONDS];
    bytes.position(data).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    return samples;
  }

  private VoiceBooth.Take take(double[] sound, List<VoiceEffect> effects) throws IOException {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(WavFile.header(1, RATE, 2L * sound.length));
    for (double sample : sound) {
      wav.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
    }
    Blob blob = RealFfmpeg.stored(test.node(), wav.array(), ".wav", "audio/wav");
    AudioMix mix =
        new AudioMix(
            List.of(new AudioMix.Cue(blob, 0)), null, -16, SECONDS, -14, null, null, effects);
    Ffmpeg ffmpeg = RealFfmpeg.on(test.node());
    var task = new Studio.Task();
    return answer(
        new VoiceBooth(ffmpeg, test.node().pools(), new LoudnessMeter(ffmpeg, task), task)
            .record(mix, test.node().blobs()::path, test.node().data().scratch("voice")),
        60);
  }

  private static double level(float[] sound, double from, double to) {
    double sum = 0;
    int begin = (int) (from * RATE);
    int end = (int) (to * RATE);
    for (int i = begin; i < end; i++) {
      sum += (double) sound[i] * sound[i];
    }
    return 10 * Math.log10(sum / (end - begin) + 1e-12);
  }

  private static double tone(double[] sound, int hertz) {
    var single = new float[sound.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) sound[i];
    }
    return tone(single, hertz);
  }

  /** Level of one tone in the first burst. */
  private static double tone(float[] sound, int hertz) {
    double re = 0;
    double im = 0;
    for (int i = (int) (0.6 * RATE); i < 0.95 * RATE; i++) {
      re += sound[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
      im += sound[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
    }
    return 10 * Math.log10(re * re + im * im + 1e-9);
  }
}
