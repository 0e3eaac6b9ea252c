package io.moneyprinter.content.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes words into hashtags. Pure. */
final class Hashtags {
  private static final int LONGEST = 50;

  private Hashtags() {}

  /** Each once whatever its capitals, with one {@code #}, letters, digits and underscores only. */
  static List<String> of(List<String> words, int most) {
    List<String> tags = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String word : words) {
      String plain = word.replaceAll("[^\\p{L}\\p{M}\\p{N}_]", "");
      boolean usable =
          !plain.isEmpty()
              && plain.length() <= LONGEST
              && plain.codePoints().anyMatch(Character::isLetter);
      if (usable && tags.size() < most && seen.add(plain.toLowerCase(Locale.ROOT))) {
        tags.add("#" + plain);
      }
    }
    return List.copyOf(tags);
  }
}
