package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.TimeStretch;
import java.util.List;

/**
 * One sentence as an engine spoke it.
 *
 * @param words a span for every word of the sentence, in order, from the beginning of the sound
 */
public record SpokenSentence(Sound sound, List<Span> words, TimingSource timing) {
  public SpokenSentence {
    words = List.copyOf(words);
  }

  /** The same at another speed and the same pitch; 2 is twice as fast. */
  public SpokenSentence at(double rate) {
    return new SpokenSentence(
        TimeStretch.stretch(sound, rate),
        words.stream().map(span -> span.times(1 / rate)).toList(),
        timing);
  }

  /** Seconds from the first word to the end of the last. */
  public double length() {
    return words.get(words.size() - 1).end() - words.get(0).start();
  }
}
