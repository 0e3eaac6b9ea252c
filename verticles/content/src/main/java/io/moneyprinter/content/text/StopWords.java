package io.moneyprinter.content.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of a language that tell nothing of what a picture should show. */
public final class StopWords {
  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  /**
   * The list of a language; empty where there is none.
   *
   * @param language ISO 639 code
   */
  public static StopWords of(String language) {
    String file = "/stopwords/" + language + ".txt";
    try (InputStream in =
        language.matches("[a-z]{2,3}") ? StopWords.class.getResourceAsStream(file) : null) {
      return new StopWords(in == null ? Set.of() : read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Set<String> read(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean known() {
    return !words.isEmpty();
  }

  public boolean contains(String lowerCase) {
    return words.contains(lowerCase);
  }
}
