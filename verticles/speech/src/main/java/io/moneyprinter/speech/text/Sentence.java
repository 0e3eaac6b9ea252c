package io.moneyprinter.speech.text;

import java.util.List;

/**
 * Words that are spoken in one breath.
 *
 * @param endsParagraph whether a longer pause follows
 */
public record Sentence(List<WrittenWord> words, boolean endsParagraph) {
  public Sentence {
    words = List.copyOf(words);
  }
}
