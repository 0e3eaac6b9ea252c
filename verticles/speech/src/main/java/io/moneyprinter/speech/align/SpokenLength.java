package io.moneyprinter.speech.align;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How long a word takes to say, in phones: letters that sound together count once, vowels longer
 * than consonants, a sign of a syllabic script as its usual number of phones. Only the proportion
 * between words means anything.
 */
final class SpokenLength {
  private static final double VOWEL = 1.35;
  private static final double VOWEL_AFTER_VOWEL = 0.7;
  private static final double OTHER_LETTER = 1.15;
  private static final double CHINESE = 2.9;
  private static final double KOREAN = 2.6;
  private static final double KANA = 1.7;

  /** A digit or symbol that no reading spelled out. */
  private static final double DIGIT = 3.4;

  private static final double SYMBOL = 4.5;
  private static final double ONSET = 0.6;

  /** English words that are said in passing. */
  private static final double WEAK_SHARE = 0.78;

  private static final Set<String> WEAK =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "and", "or", "is", "it", "its", "as",
          "by", "for", "are", "was", "be", "that", "than", "with", "your", "you", "his", "her",
          "their", "they", "this", "from", "but", "not", "has", "have", "had", "can");

  /** Letters that are one sound in most languages written in Latin letters, longest first. */
  private static final List<String> TOGETHER =
      List.of(
          "sch", "igh", "tch", "th", "sh", "ch", "ph", "ck", "gh", "wh", "qu", "ng", "ee", "ea",
          "oo", "ou", "ow", "ai", "ay", "oi", "oy", "au", "aw", "ie", "ei");

  private static final String SYMBOLS = "%$\u20ac\u00a3&+@#=\u00b0";
  private static final String VOWELS = "aeiouyàâäáãåéèêëíìîïóòôöõúùûüæœαεηιουωаеёиоуыэюя";

  private SpokenLength() {}

  /**
   * @param spoken what is said for the word; nothing takes no time
   * @param brk how the text goes on; words lengthen before a break
   */
  static double of(String spoken, Break brk) {
    if (spoken.codePoints().noneMatch(SpokenLength::isSaid)) {
      return 0;
    }
    double length = ONSET;
    for (String part : spoken.toLowerCase(Locale.ROOT).split("\\s+")) {
      length += letters(part) * (WEAK.contains(bare(part)) ? WEAK_SHARE : 1);
    }
    return length * brk.lengthening();
  }

  private static double letters(String word) {
    double length = 0;
    boolean afterVowel = false;
    int previous = 0;
    for (int at = 0; at < word.length(); ) {
      int letter = word.codePointAt(at);
      boolean vowel = VOWELS.indexOf(letter) >= 0;
      boolean doubled = letter == previous && !vowel;
      boolean silent = letter == 'e' && endsWord(word, at) && afterConsonantIn(word, at);
      if (!doubled && !silent) {
        length += phones(letter, vowel, afterVowel);
      }
      afterVowel = vowel;
      previous = letter;
      at += together(word, at);
    }
    return length;
  }

  private static boolean isSaid(int sign) {
    return Character.isLetterOrDigit(sign) || SYMBOLS.indexOf(sign) >= 0;
  }

  private static double phones(int letter, boolean vowel, boolean afterVowel) {
    if (vowel) {
      return afterVowel ? VOWEL_AFTER_VOWEL : VOWEL;
    }
    if (Character.isDigit(letter)) {
      return DIGIT;
    }
    if (!Character.isLetter(letter)) {
      return SYMBOLS.indexOf(letter) >= 0 ? SYMBOL : 0;
    }
    return switch (UnicodeScript.of(letter)) {
      case LATIN, CYRILLIC, GREEK -> 1;
      case HAN -> CHINESE;
      case HANGUL -> KOREAN;
      case HIRAGANA, KATAKANA -> KANA;
      default -> OTHER_LETTER;
    };
  }

  private static int together(String word, int at) {
    for (String letters : TOGETHER) {
      if (word.startsWith(letters, at)) {
        return letters.length();
      }
    }
    return Character.charCount(word.codePointAt(at));
  }

  private static boolean endsWord(String word, int at) {
    return at + 1 >= word.length() || !Character.isLetter(word.charAt(at + 1));
  }

  /** Whether an e ends a word that has another vowel, as in "make". */
  private static boolean afterConsonantIn(String word, int at) {
    return at > 1
        && VOWELS.indexOf(word.charAt(at - 1)) < 0
        && word.substring(0, at).chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
  }

  private static String bare(String word) {
    return word.replaceAll("[^\\p{L}]", "");
  }
}
