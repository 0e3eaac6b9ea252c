package io.moneyprinter.speech.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Digits that a voice puts into words by itself. */
public final class Digits {
  private static final Pattern ANY = Pattern.compile("\\d");

  private Digits() {}

  /** A text as it is likely to be said; without digits it is as it was. */
  public static String inWords(String text, Locale language) {
    return ANY.matcher(text).find()
        ? NumberWords.in(language).map(words -> words.spelledOut(text)).orElse(text)
        : text;
  }
}
