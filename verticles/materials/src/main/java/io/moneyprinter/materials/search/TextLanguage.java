package io.moneyprinter.materials.search;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Guesses what language a few words are of: by their script, else by the small words among them.
 */
public final class TextLanguage {
  /** English first: it wins where nothing speaks for another. */
  private static final List<String> LATIN =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "tr");

  private static final Pattern ELIDED_FRENCH = Pattern.compile("(l|d|j|m|t|s|c|n|qu)['’]\\p{L}{2}");

  private static final Pattern ELIDED_ITALIAN =
      Pattern.compile("(l|un|d|dell|all|nell|sull|dall|quest|c)['’]\\p{L}{2}");

  private TextLanguage() {}

  /** ISO 639-1; {@code en} when the words do not tell. */
  public static String guess(String text) {
    String byScript = byScript(text);
    if (byScript != null) {
      return byScript;
    }
    // What stands before or after an apostrophe is no word: "cat's" says nothing of the Spanish s.
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}'’]+");
    String best = LATIN.get(0);
    int most = 0;
    for (String language : LATIN) {
      int hits = 0;
      for (String word : words) {
        if (LanguageAnalyzer.stopWords(language).contains(word) || elided(word, language)) {
          hits++;
        }
      }
      if (hits > most) {
        best = language;
        most = hits;
      }
    }
    return best;
  }

  /** French and Italian join small words to the next one: {@code l'eau}, {@code dell'acqua}. */
  private static boolean elided(String word, String language) {
    return switch (language) {
      case "fr" -> ELIDED_FRENCH.matcher(word).lookingAt();
      case "it" -> ELIDED_ITALIAN.matcher(word).lookingAt();
      default -> false;
    };
  }

  /**
   * Whether a word is one of those that say nothing by themselves.
   *
   * @param language BCP 47
   */
  public static boolean small(String word, String language) {
    return LanguageAnalyzer.stopWords(of(language)).contains(word.toLowerCase(Locale.ROOT));
  }

  /** The language of a BCP 47 tag. */
  public static String of(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return language.isEmpty() ? "en" : language;
  }

  private static String byScript(String text) {
    String found = null;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      UnicodeScript script = UnicodeScript.of(text.codePointAt(at));
      if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
        return "ja";
      }
      if (found == null) {
        found =
            switch (script) {
              case HAN -> "zh";
              case HANGUL -> "ko";
              case CYRILLIC -> "ru";
              case ARABIC -> "ar";
              case DEVANAGARI -> "hi";
              case THAI -> "th";
              case GREEK -> "el";
              case HEBREW -> "he";
              default -> null;
            };
      }
    }
    return found;
  }
}
