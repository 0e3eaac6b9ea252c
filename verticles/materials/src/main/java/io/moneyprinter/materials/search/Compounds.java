package io.moneyprinter.materials.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** Words of languages that write several nouns as one. */
final class Compounds {
  private static final Set<String> LANGUAGES = Set.of("de", "nl", "sv", "da", "no", "nb", "fi");
  private static final int LEAST_WORD = 8;
  private static final int LEAST_PART = 4;

  private Compounds() {}

  /**
   * What a word may begin or end with; no dictionary says which of these are words, but only those
   * that stand somewhere else as words are ever found.
   */
  static Set<String> parts(String stem, String language) {
    Set<String> parts = new LinkedHashSet<>();
    if (LANGUAGES.contains(language) && stem.length() >= LEAST_WORD) {
      for (int at = LEAST_PART; at <= stem.length() - LEAST_PART + 1; at++) {
        parts.add(stem.substring(0, at));
        if (stem.length() - at >= LEAST_PART) {
          parts.add(stem.substring(at));
        }
      }
    }
    return parts;
  }
}
