package io.moneyprinter.materials.search;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * How much a word of a sentence tells of what a picture should show: things count for more than
 * deeds and qualities, and words that are in every text for less than rare ones.
 */
final class WordWeights {
  /** A name, or a word that is too rare for the thesaurus. */
  private static final double UNKNOWN = 0.9;

  private static final int FEW = 4;
  private static final double FIRST = 1.25;
  private static final double LAST = 0.85;

  private static final double COMMONNESS = 0.12;
  private static final double COMMON = 5;

  private final Thesaurus thesaurus;

  WordWeights(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /**
   * Sentences mostly begin with what they are about, and end with what they say of it.
   *
   * @param index of a word among the telling ones of its text
   */
  static double place(int index, int words) {
    return words < FEW ? 1 : FIRST - (FIRST - LAST) * index / (words - 1);
  }

  double of(TextAnalysis.Token token, String language) {
    if (!"en".equals(language)) {
      return foreign(token, language);
    }
    Thesaurus.Word word = known(token.written(), token.stem());
    if (word == null) {
      return token.stem().length() < 3 ? UNKNOWN / 2 : UNKNOWN;
    }
    double visible =
        switch (word.kind()) {
          case THING -> 1;
          case DEED -> 0.6;
          case IDEA -> 0.55;
          case QUALITY -> 0.45;
          case MANNER -> 0.25;
        };
    return visible / (1 + COMMONNESS * Math.log1p(word.count() / COMMON));
  }

  /** Without a thesaurus, what the writing itself tells. */
  private static double foreign(TextAnalysis.Token token, String language) {
    String written = token.written();
    boolean noun = Character.isUpperCase(written.codePointAt(0));
    if ("de".equals(language) && !noun) {
      return UNKNOWN / 2;
    }
    boolean syllables =
        written.codePoints().allMatch(sign -> UnicodeScript.of(sign) == UnicodeScript.HIRAGANA);
    return syllables ? UNKNOWN / 4 : UNKNOWN;
  }

  /** The thesaurus has words in their basic form, which stemming mostly finds. */
  Thesaurus.Word known(String written, String stem) {
    Thesaurus.Word word = thesaurus.word(stem);
    return word == null ? thesaurus.word(written.toLowerCase(Locale.ROOT)) : word;
  }
}
