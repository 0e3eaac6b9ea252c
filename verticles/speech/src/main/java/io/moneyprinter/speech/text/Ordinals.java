package io.moneyprinter.speech.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ordinals as a language marks them: "3." in German, "3e" in French, "3º" in Spanish. */
final class Ordinals {
  /** Languages that mark an ordinal by a full stop. */
  private static final Set<String> DOTTED =
      Set.of("de", "da", "nb", "no", "fi", "cs", "sk", "hu", "et", "lv", "sl", "hr", "sr", "is");

  /** Before these German says "dritten", elsewhere "dritte". */
  private static final Set<String> GERMAN_DATIVE =
      Set.of("am", "vom", "zum", "dem", "den", "im", "beim", "seit", "ab", "bis", "des", "der");

  private final String language;
  private final NumberWords numbers;
  private final Pattern ordinal;

  /**
   * @param language code of ISO 639
   */
  Ordinals(String language, NumberWords numbers) {
    this.language = language;
    this.numbers = numbers;
    this.ordinal =
        Pattern.compile(
            LocalReading.BEFORE
                + "(?<place>\\d{1,4})(?<mark>\\.|er|re|e|\u00e8me|\u00ba|\u00aa|o|a)"
                + LocalReading.AFTER);
  }

  /** Whether the language marks an ordinal by a full stop. */
  static boolean dotted(String language) {
    return DOTTED.contains(language);
  }

  /**
   * The word with its ordinal in words; empty when it holds none.
   *
   * @param before the word in front; may be empty
   * @param next the word behind; empty at the end, where a full stop ends the sentence
   */
  Optional<String> said(String word, String before, String next) {
    Matcher written = ordinal.matcher(word);
    return written.matches()
        ? inWords(written, before, next)
            .map(said -> written.group("before") + said + written.group("after"))
        : Optional.empty();
  }

  private Optional<String> inWords(Matcher written, String before, String next) {
    long place = Long.parseLong(written.group("place"));
    return switch (written.group("mark")) {
      case "." ->
          dotted(language) && !next.isEmpty() && place <= 100
              ? numbers.ordinal(place, dative(before) ? "-n" : "")
              : Optional.empty();
      case "er", "e", "\u00e8me" ->
          language.equals("fr") ? numbers.ordinal(place, "-masculine") : Optional.empty();
      case "re" -> language.equals("fr") ? numbers.ordinal(place, "-feminine") : Optional.empty();
      case "\u00ba" -> numbers.ordinal(place, "-masculine-adjective", "-masculine");
      case "\u00aa" -> numbers.ordinal(place, "-feminine");
      default -> Optional.empty();
    };
  }

  private boolean dative(String before) {
    return language.equals("de") && GERMAN_DATIVE.contains(before.toLowerCase(Locale.ROOT));
  }
}
