package io.moneyprinter.speech.audio;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.provider.SpokenText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings what any provider made to one form: 48 kHz, no silence around it, peaks at -1.5 dBFS. Word
 * times move with the sound. Blocking work; safe to use from any thread.
 */
public final class FormatNormalizer {
  public static final int RATE = 48_000;

  private static final double PEAK = Math.pow(10, -1.5 / 20);

  /** What is all but silent must not become loud noise. */
  private static final double MOST_GAIN = Math.pow(10, 12 / 20.0);

  private static final double BEFORE_SECONDS = 0.03;
  private static final double AFTER_SECONDS = 0.12;

  private final Map<Integer, Resampler> resamplers = new ConcurrentHashMap<>();

  /** The same speech in the common form. */
  public SpokenText normalize(SpokenText spoken) {
    Sound sound = resampled(spoken.sound());
    int end = sound.samples().length;
    int from = Loudness.firstAudible(sound) - (int) (BEFORE_SECONDS * RATE);
    int to = Loudness.endOfAudible(sound, 0, end) + (int) (AFTER_SECONDS * RATE);
    List<WordTiming> words = spoken.words();
    if (!words.isEmpty()) {
      from = Math.min(from, sound.sampleAt(words.get(0).start()));
      to = Math.max(to, sound.sampleAt(words.get(words.size() - 1).end()));
    }
    from = Math.max(0, Math.min(from, end));
    to = Math.min(end, Math.max(to, from));
    Sound trimmed = atPeak(sound.slice(from, to));
    double shift = (double) from / RATE;
    double seconds = trimmed.seconds();
    return new SpokenText(
        trimmed, words.stream().map(word -> moved(word, shift, seconds)).toList(), spoken.timing());
  }

  private Sound resampled(Sound sound) {
    return sound.rate() == RATE
        ? sound
        : resamplers
            .computeIfAbsent(sound.rate(), rate -> new Resampler(rate, RATE))
            .resample(sound);
  }

  private static Sound atPeak(Sound sound) {
    double peak = sound.peak();
    double gain = peak > 0 ? Math.min(MOST_GAIN, PEAK / peak) : 1;
    float[] samples = sound.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (samples[i] * gain);
    }
    return new Sound(samples, sound.rate());
  }

  private static WordTiming moved(WordTiming word, double shift, double seconds) {
    double start = Math.max(0, Math.min(word.start() - shift, seconds));
    double end = Math.max(start, Math.min(word.end() - shift, seconds));
    return new WordTiming(word.text(), word.from(), word.to(), start, end);
  }
}
