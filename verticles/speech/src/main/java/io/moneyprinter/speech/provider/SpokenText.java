package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.audio.Sound;
import java.util.List;

/**
 * A text as sound.
 *
 * @param words every written word, in order, with times from the beginning of the sound
 * @param timing where those times come from
 */
public record SpokenText(Sound sound, List<WordTiming> words, TimingSource timing) {
  public SpokenText {
    words = List.copyOf(words);
  }
}
