package io.moneyprinter.speech.text;

import java.util.List;
import java.util.Locale;

/** How written words are read out. */
public interface Reading {
  /**
   * The plain words to say for each word of a sentence; empty text where nothing is to be said.
   *
   * @param words as written
   */
  List<String> of(List<String> words);

  /** The reading for a language. */
  static Reading in(Locale language) {
    var plain = new PlainReading();
    if (language.getLanguage().equals("en")) {
      return new EnglishReading(plain);
    }
    return NumberWords.in(language)
        .<Reading>map(numbers -> new LocalReading(plain, language, numbers))
        .orElse(plain);
  }
}
