package io.moneyprinter.materials.search;

import java.util.List;
import java.util.Set;

/**
 * What is searched for.
 *
 * @param parts texts that each add to what an entry scores; empty to find every entry
 * @param marks that an entry must bear, all of them
 * @param wide whether words of like meaning count too, less than the words themselves
 */
public record TextQuery(List<Part> parts, Set<String> marks, boolean wide) {
  /**
   * A text to be looked for.
   *
   * @param language of the text, ISO 639-1 or a BCP 47 tag
   * @param weight how much its words count, more than 0
   */
  public record Part(String text, String language, double weight) {}

  public TextQuery {
    parts = List.copyOf(parts);
    marks = marks == null ? Set.of() : Set.copyOf(marks);
  }

  /** What somebody typed into a search field, in a language that is guessed. */
  public static TextQuery typed(String text, Set<String> marks) {
    String language = TextLanguage.guess(text);
    List<Part> parts =
        "en".equals(language)
            ? List.of(new Part(text, language, 1))
            : List.of(new Part(text, language, 1), new Part(text, "en", 0.9));
    return new TextQuery(text.isBlank() ? List.of() : parts, marks, true);
  }
}
