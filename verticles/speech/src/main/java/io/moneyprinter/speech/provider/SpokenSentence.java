package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.speech.audio.Sound;
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
}
