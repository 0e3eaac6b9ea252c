package io.moneyprinter.materials.search;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is found by its words.
 *
 * @param id unique in its index
 * @param languages that its words may be of, ISO 639-1; empty to have them guessed
 * @param title may be empty
 * @param description may be empty
 * @param marks exact words that a search may insist on, such as {@code kind:video}
 */
public record SearchEntry(
    String id,
    List<String> languages,
    String title,
    List<String> tags,
    String description,
    Set<String> marks) {
  public SearchEntry {
    Objects.requireNonNull(id, "id");
    languages = languages == null ? List.of() : List.copyOf(languages);
    title = title == null ? "" : title;
    tags = tags == null ? List.of() : List.copyOf(tags);
    description = description == null ? "" : description;
    marks = marks == null ? Set.of() : Set.copyOf(marks);
  }

  /** In a language that is guessed, without marks. */
  public SearchEntry(String id, String title, List<String> tags, String description) {
    this(id, List.of(), title, tags, description, Set.of());
  }

  /** All of its words. */
  String text() {
    return String.join(" ", title, String.join(" ", tags), description);
  }
}
