package io.moneyprinter.content.script;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.content.text.StopWords;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Notices a script in another language than the one asked for: by its letters, and among languages
 * of Latin letters by the small words. Where neither tells, the model is believed.
 */
final class LanguageCheck {
  private static final List<String> KNOWN = List.of("en", "de", "fr", "es", "it", "nl", "pt");
  private static final int ENOUGH_LETTERS = 12;
  private static final int ENOUGH_WORDS = 8;

  private LanguageCheck() {}

  /**
   * What is wrong with a text's language; empty when it may be right.
   *
   * @param language BCP 47 tag of the one asked for
   */
  static Optional<String> problem(String text, String language) {
    String asked = ULocale.forLanguageTag(language).getLanguage();
    long letters = text.codePoints().filter(Character::isLetter).count();
    if (letters < ENOUGH_LETTERS) {
      return Optional.empty();
    }
    long own = text.codePoints().filter(c -> Character.isLetter(c) && writes(asked, c)).count();
    if (own * 2 < letters) {
      return Optional.of("the narration is not written in " + name(language));
    }
    return KNOWN.contains(asked) ? smallWords(text, asked, language) : Optional.empty();
  }

  private static Optional<String> smallWords(String text, String asked, String language) {
    List<String> words =
        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
            .filter(w -> !w.isEmpty())
            .toList();
    if (words.size() < ENOUGH_WORDS) {
      return Optional.empty();
    }
    long own = hits(words, asked);
    for (String other : KNOWN) {
      long others = other.equals(asked) ? 0 : hits(words, other);
      if (others >= words.size() / 4 && others > own * 2) {
        return Optional.of("the narration is in " + name(other) + ", not in " + name(language));
      }
    }
    return Optional.empty();
  }

  private static long hits(List<String> words, String language) {
    StopWords small = StopWords.of(language);
    return words.stream().filter(small::contains).count();
  }

  private static boolean writes(String language, int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (language) {
      case "zh", "yue" -> script == UnicodeScript.HAN;
      case "ja" ->
          script == UnicodeScript.HAN
              || script == UnicodeScript.HIRAGANA
              || script == UnicodeScript.KATAKANA;
      case "ko" -> script == UnicodeScript.HANGUL || script == UnicodeScript.HAN;
      case "ru", "uk", "bg", "be", "mk" -> script == UnicodeScript.CYRILLIC;
      case "ar", "fa", "ur" -> script == UnicodeScript.ARABIC;
      case "he", "yi" -> script == UnicodeScript.HEBREW;
      case "el" -> script == UnicodeScript.GREEK;
      case "hi", "mr", "ne" -> script == UnicodeScript.DEVANAGARI;
      case "th" -> script == UnicodeScript.THAI;
      case "en",
          "de",
          "fr",
          "es",
          "it",
          "nl",
          "pt",
          "pl",
          "cs",
          "sv",
          "da",
          "nb",
          "no",
          "fi",
          "tr",
          "vi",
          "id",
          "ro",
          "hu" ->
          script == UnicodeScript.LATIN;
      default -> true;
    };
  }

  private static String name(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
  }
}
