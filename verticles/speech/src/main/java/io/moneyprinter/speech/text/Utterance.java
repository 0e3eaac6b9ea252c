package io.moneyprinter.speech.text;

import java.util.List;

/**
 * What an engine is given at a time: one sentence.
 *
 * @param words as written
 * @param spoken for each word what to say; empty text where nothing is said
 */
public record Utterance(List<WrittenWord> words, List<String> spoken) {
  public Utterance {
    words = List.copyOf(words);
    spoken = List.copyOf(spoken);
  }

  /** Reads every word of a sentence. */
  public static Utterance of(Sentence sentence, Reading reading) {
    return new Utterance(
        sentence.words(), reading.of(sentence.words().stream().map(WrittenWord::text).toList()));
  }
}
