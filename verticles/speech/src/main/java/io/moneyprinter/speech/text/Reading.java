package io.moneyprinter.speech.text;

import java.util.Locale;

/** How a written word is read out. */
@FunctionalInterface
public interface Reading {
  /** The plain words to say for one written word; empty when nothing is to be said. */
  String of(String word);

  /** The reading for a language. */
  static Reading in(Locale language) {
    var plain = new PlainReading();
    return language.getLanguage().equals("en") ? new EnglishReading(plain) : plain;
  }
}
