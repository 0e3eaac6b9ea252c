package io.moneyprinter.speech.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is written short and said in full, by language. Their full stops end no sentence. Immutable.
 */
final class Abbreviations {
  private static final String LIST = "abbreviations.tsv";
  private static final Map<String, Abbreviations> ALL = read();
  private static final Abbreviations NONE = new Abbreviations(Map.of());

  /** The longest are three words, such as "u. a. m.". */
  private static final int MOST_WORDS = 3;

  /** By how it is written without spaces, in small letters. */
  private final Map<String, String> full;

  private Abbreviations(Map<String, String> full) {
    this.full = full;
  }

  static Abbreviations in(Locale language) {
    return ALL.getOrDefault(language.getLanguage(), NONE);
  }

  /**
   * An abbreviation in a text.
   *
   * @param words how many written words it takes
   */
  record Found(int words, String said) {}

  /** The longest one that begins with a word of the list. */
  Optional<Found> at(int from, List<String> words) {
    for (int count = Math.min(MOST_WORDS, words.size() - from); count > 0; count--) {
      String written = key(String.join("", words.subList(from, from + count)));
      String said = full.get(written);
      if (said != null) {
        return Optional.of(new Found(count, said));
      }
    }
    return Optional.empty();
  }

  /** Whether a word, or it with those around it, is one. */
  boolean includes(int word, List<String> words) {
    for (int from = Math.max(0, word - MOST_WORDS + 1); from <= word; from++) {
      Optional<Found> found = at(from, words);
      if (found.isPresent() && from + found.get().words() > word) {
        return true;
      }
    }
    return false;
  }

  private static String key(String written) {
    return written
        .toLowerCase(Locale.ROOT)
        .replaceAll("^[(\"'\u201e\u201c\u00ab\\[]+|[,;:)\"'\u201d\u201c\u00bb\\]]+$", "");
  }

  private static Map<String, Abbreviations> read() {
    try (InputStream in = Abbreviations.class.getResourceAsStream(LIST)) {
      Map<String, Map<String, String>> byLanguage = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              row ->
                  Arrays.stream(row[0].split(" "))
                      .forEach(
                          language ->
                              byLanguage
                                  .computeIfAbsent(language, any -> new HashMap<>())
                                  .put(row[1].replace(" ", "").toLowerCase(Locale.ROOT), row[2])));
      Map<String, Abbreviations> all = new HashMap<>();
      byLanguage.forEach((tag, full) -> all.put(tag, new Abbreviations(Map.copyOf(full))));
      return Map.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of abbreviations cannot be read", e);
    }
  }
}
