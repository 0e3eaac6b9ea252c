package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.audio.Loudness;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.text.Sentence;
import io.moneyprinter.speech.text.WrittenWord;
import java.util.ArrayList;
import java.util.List;

/** A narration in the making: sentences are added one after the other. For one thread at a time. */
final class Narration {
  private static final double BEFORE_SECONDS = 0.02;
  private static final double AFTER_SECONDS = 0.06;
  private static final double FADE_SECONDS = 0.005;

  private final List<float[]> parts = new ArrayList<>();
  private final List<WordTiming> words = new ArrayList<>();
  private TimingSource timing = TimingSource.EXACT;
  private int rate;
  private int length;

  /** Adds a sentence without the silence that its engine put around it. */
  void add(Sentence sentence, SpokenSentence spoken) {
    Sound sound = spoken.sound();
    rate = sound.rate();
    int first = sound.sampleAt(spoken.words().get(0).start());
    int last = sound.sampleAt(spoken.words().get(spoken.words().size() - 1).end());
    int end = sound.samples().length;
    int from = Math.min(Loudness.firstAudible(sound), first) - (int) (BEFORE_SECONDS * rate);
    int to = Loudness.endOfAudible(sound, last, end) + (int) (AFTER_SECONDS * rate);
    from = Math.max(0, from);
    to = Math.max(from, Math.min(to, end));
    double shift = (double) (length - from) / rate;
    double limit = (double) (length + to - from) / rate;
    for (int i = 0; i < sentence.words().size(); i++) {
      time(sentence.words().get(i), spoken.words().get(i), shift, limit);
    }
    float[] kept = sound.slice(from, to).samples();
    fade(kept);
    append(kept);
    if (spoken.timing().compareTo(timing) > 0) {
      timing = spoken.timing();
    }
  }

  void pause(double seconds) {
    append(new float[(int) Math.round(seconds * rate)]);
  }

  SpokenText spokenText() {
    var samples = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, samples, at, part.length);
      at += part.length;
    }
    return new SpokenText(new Sound(samples, rate), words, timing);
  }

  /** Times never run backwards, whatever an engine says. */
  private void time(WrittenWord word, Span span, double shift, double limit) {
    double earliest = words.isEmpty() ? 0 : words.get(words.size() - 1).end();
    double start = Math.min(limit, Math.max(earliest, span.start() + shift));
    double end = Math.min(limit, Math.max(start, span.end() + shift));
    words.add(new WordTiming(word.text(), word.from(), word.to(), start, end));
  }

  private void append(float[] samples) {
    parts.add(samples);
    length += samples.length;
  }

  /** A cut through noise would click. */
  private void fade(float[] samples) {
    int fade = Math.min(samples.length / 2, (int) (FADE_SECONDS * rate));
    for (int i = 0; i < fade; i++) {
      float gain = (float) i / fade;
      samples[i] *= gain;
      samples[samples.length - 1 - i] *= gain;
    }
  }
}
