package io.moneyprinter.codecs.speech;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a tenant wants words to be read.
 *
 * @param language the first part of a BCP 47 tag; {@code mul} for all languages
 * @param entries how to read it, by the word or words as written
 */
public record Lexicon(String language, Map<String, String> entries) {
  /** The language whose entries hold for all. */
  public static final String ALL_LANGUAGES = "mul";

  public Lexicon {
    Objects.requireNonNull(language, "language");
    entries = entries == null ? Map.of() : Map.copyOf(entries);
  }

  /** The entries in alphabetical order. */
  public Map<String, String> sorted() {
    return new TreeMap<>(entries);
  }
}
