package io.moneyprinter.speech.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Digits that a voice puts into words by itself. Immutable. */
public final class Digits {
  private static final Pattern ANY = Pattern.compile("\\d");

  private final Optional<NumberWords> numbers;

  public Digits(Locale language) {
    this.numbers = NumberWords.in(language);
  }

  /** A text as it is likely to be said; without digits it is as it was. */
  public String inWords(String text) {
    return ANY.matcher(text).find()
        ? numbers.map(words -> words.spelledOut(text)).orElse(text)
        : text;
  }
}
