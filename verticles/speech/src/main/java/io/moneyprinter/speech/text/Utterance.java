package io.moneyprinter.speech.text;

import java.util.List;
import java.util.Locale;

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

  /** Reads a whole text, sentence by sentence. */
  public static Utterance of(String text, Locale language) {
    Reading reading = Reading.in(language);
    List<WrittenWord> words = WrittenWords.of(text);
    List<String> spoken =
        Sentences.of(text, words, language).stream()
            .flatMap(sentence -> of(sentence, reading).spoken().stream())
            .toList();
    return new Utterance(words, spoken);
  }

  /** Reads every word of a sentence. */
  public static Utterance of(Sentence sentence, Reading reading) {
    return new Utterance(
        sentence.words(), reading.of(sentence.words().stream().map(WrittenWord::text).toList()));
  }
}
