package io.moneyprinter.materials.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** Words of languages that write several as one, or all without a space. */
final class Compounds {
  private static final Set<String> LANGUAGES = Set.of("de", "nl", "sv", "da", "no", "nb", "fi");
  private static final Set<String> UNSPACED = Set.of("zh", "ja", "th");
  private static final int LEAST_PART = 4;
  private static final int LEAST_SIGNS = 1;

  private final Thesaurus thesaurus;

  Compounds(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /**
   * What a word may begin or end with. In English both halves have to be words; elsewhere there is
   * no dictionary, but only what stands somewhere else as a word is ever found.
   */
  Set<String> parts(String stem, String language) {
    Set<String> parts = new LinkedHashSet<>();
    if ("en".equals(language)) {
      return halves(stem);
    }
    boolean signs = UNSPACED.contains(language);
    if (!signs && !LANGUAGES.contains(language)) {
      return parts;
    }
    int least = signs ? LEAST_SIGNS : LEAST_PART;
    for (int at = least; at <= stem.length() - least; at++) {
      parts.add(stem.substring(0, at));
      parts.add(stem.substring(at));
    }
    return parts;
  }

  private Set<String> halves(String stem) {
    Set<String> halves = new LinkedHashSet<>();
    for (int at = LEAST_PART; at <= stem.length() - LEAST_PART; at++) {
      String first = stem.substring(0, at);
      String second = stem.substring(at);
      if (thesaurus.word(first) != null && thesaurus.word(second) != null) {
        halves.add(first);
        halves.add(second);
      }
    }
    return halves;
  }
}
