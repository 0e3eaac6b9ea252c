package io.moneyprinter.content.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the mere letters of a word say about how much it tells. */
final class WordShape {
  private static final Pattern NUMBER = Pattern.compile(".*\\p{Nd}.*");
  private static final Pattern IDEOGRAPHS =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsThai}\\p{IsKatakana}]+");
  private static final Pattern KANA_ALONE = Pattern.compile("\\p{IsHiragana}+");

  /** English endings that mostly make adverbs, adjectives and verb forms. */
  private static final List<String> ENGLISH_OTHERS =
      List.of("ly", "ing", "ed", "ful", "less", "ous", "ive", "able", "ible", "est");

  private static final List<String> ENGLISH_NOUNS =
      List.of("tion", "ment", "ness", "ity", "ship", "ence", "ance", "age", "ism", "logy");

  private final String language;

  WordShape(String language) {
    this.language = language;
  }

  /** Whether the word may be a term at all: no number, and not too short for its script. */
  boolean mayTell(String lower) {
    if (NUMBER.matcher(lower).matches() || KANA_ALONE.matcher(lower).matches()) {
      return false;
    }
    return IDEOGRAPHS.matcher(lower).matches() ? lower.length() >= 2 : lower.length() >= 3;
  }

  /** How telling the word looks, about 0.5 to 3. */
  double weight(String word, boolean mayStartSentence) {
    if (IDEOGRAPHS.matcher(word).matches()) {
      return 1 + 0.3 * Math.min(word.length(), 4);
    }
    double weight = Math.min(word.length(), 12) / 8.0;
    if (Character.isUpperCase(word.codePointAt(0)) && !mayStartSentence) {
      weight += "de".equals(language) ? 1.0 : 1.2;
    }
    return "en".equals(language) ? weight + english(word.toLowerCase(Locale.ROOT)) : weight;
  }

  private static double english(String word) {
    if (word.length() > 4 && ENGLISH_OTHERS.stream().anyMatch(word::endsWith)) {
      return -0.7;
    }
    return ENGLISH_NOUNS.stream().anyMatch(word::endsWith) ? 0.3 : 0;
  }

  /** Whether one word is the other with an ending. */
  boolean sameStem(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    return shorter >= 4
        && Math.abs(one.length() - other.length()) <= 2
        && one.regionMatches(0, other, 0, shorter);
  }
}
