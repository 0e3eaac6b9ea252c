package io.moneyprinter.speech.scene;

import io.moneyprinter.codecs.speech.NarrationMarks.Passage;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.WordTiming;
import java.util.List;

/**
 * A part of a text as it was spoken.
 *
 * @param speech {@code null} for a part without words
 * @param words of the part, as written in the whole text, from the beginning of its own sound
 */
record SpokenPassage(Passage passage, Speech speech, List<WordTiming> words) {
  SpokenPassage {
    words = List.copyOf(words);
  }
}
