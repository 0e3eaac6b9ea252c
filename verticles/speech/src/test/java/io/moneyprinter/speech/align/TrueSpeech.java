package io.moneyprinter.speech.align;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.audio.Resampler;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.espeak.EspeakProcess;
import io.moneyprinter.speech.espeak.EspeakProvider;
import io.moneyprinter.speech.mary.MaryProvider;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;

/** Speech whose word times are known, from the two engines that are carried. */
final class TrueSpeech implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  final WorkerPools pools = new WorkerPools(vertx, 2);
  final SpeechProvider mary;
  final SpeechProvider espeak;

  TrueSpeech(Path cache) {
    var narrator = new Narrator(Duration.ofMillis(350), Duration.ofMillis(700));
    mary = new MaryProvider(pools, narrator);
    espeak =
        new EspeakProvider(
            new EspeakProcess(vertx, pools, cache, Duration.ofMinutes(1), Duration.ofSeconds(30)),
            narrator);
  }

  SpokenText english(String text, double rate) {
    var request = new SpeechRequest(text, "en", mary.voices().get(0), rate);
    return answer(mary.speak(request, Unwatched.work()), 60);
  }

  /**
   * @param variant such as {@code +f3} for a woman; empty for the usual voice
   */
  SpokenText espeak(String text, String language, String variant, double rate) {
    String usual = espeak.voiceFor(language).orElseThrow().id();
    var speaker =
        espeak.voices().stream()
            .filter(known -> known.id().equals(usual + variant))
            .findFirst()
            .orElseThrow();
    var request = new SpeechRequest(text, language, speaker, rate);
    return answer(espeak.speak(request, Unwatched.work()), 60);
  }

  /** As a telephone in a room would have recorded it: narrow, with an echo and noise. */
  static Sound throughTelephone(Sound clean) {
    Sound narrow =
        new Resampler(8000, 22_050).resample(new Resampler(clean.rate(), 8000).resample(clean));
    float[] samples = narrow.samples().clone();
    var random = new java.util.Random(1);
    int delay = (int) (0.09 * narrow.rate());
    for (int i = samples.length - 1; i >= 0; i--) {
      float echo = i >= delay ? 0.25f * samples[i - delay] : 0;
      samples[i] += echo + 0.002f * (float) random.nextGaussian();
    }
    return new Sound(samples, narrow.rate());
  }

  @Override
  public void close() {
    answer(mary.close());
    answer(espeak.close());
    answer(vertx.close());
  }
}
