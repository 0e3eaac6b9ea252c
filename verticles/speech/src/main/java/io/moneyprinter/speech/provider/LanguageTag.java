package io.moneyprinter.speech.provider;

import java.util.Locale;
import java.util.Map;

/** Compares BCP 47 tags as far as voices are concerned. */
public final class LanguageTag {
  /** The tag of a voice that speaks many languages, or one that nobody knows (ISO 639-2). */
  public static final String ANY = "mul";

  /** Languages that are also asked for by the tag of the group they belong to. */
  private static final Map<String, String> GROUPS =
      Map.of("cmn", "zh", "yue", "zh", "hak", "zh", "nb", "no", "nn", "no", "iw", "he", "in", "id");

  private LanguageTag() {}

  /** Whether both name one language, whatever their regions. */
  public static boolean sameLanguage(String one, String other) {
    return group(one).equals(group(other));
  }

  /** Whether a voice of one language reads a text in the other. */
  public static boolean speaks(String voice, String text) {
    return voice.equals(ANY) || sameLanguage(voice, text);
  }

  /** The language's own part, or that of its group: {@code zh} for {@code cmn-Hans}. */
  public static String group(String tag) {
    String language = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return GROUPS.getOrDefault(language, language);
  }
}
