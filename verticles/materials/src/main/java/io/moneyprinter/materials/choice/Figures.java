package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import io.moneyprinter.materials.search.TextLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers in a sentence that are worth drawing: percentages, amounts, counts. Not years,
 * times, ordinals, or the small numbers that every text has. Pure.
 */
final class Figures {
  private static final int MOST = 4;
  private static final int LABEL_WORDS = 3;
  private static final int LABEL_LENGTH = 28;

  /** Below this a number without a unit tells too little to fill a picture. */
  private static final double LEAST = 10;

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2100;

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("%", "%"),
          Map.entry("percent", "%"),
          Map.entry("per cent", "%"),
          Map.entry("prozent", "%"),
          Map.entry("pour cent", "%"),
          Map.entry("por ciento", "%"),
          Map.entry("por cento", "%"),
          Map.entry("per cento", "%"));

  /** A letter of a writing that puts spaces between words. */
  private static final String JOINED =
      "[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]]";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<!"
              + JOINED
              + "|[0-9:.,/-])"
              + "(\\p{Sc})?"
              + "([0-9]{1,3}(?:[.,\u00a0\u202f'][0-9]{3})+|[0-9]+(?:[.,][0-9]{1,2})?)"
              + "(?![0-9:/-]|"
              + JOINED
              + ")"
              + "(?:[\\s\u00a0\u202f]?"
              + "(%|(?:percent|per cent|prozent|pour cent|por ciento|por cento|per cento"
              + "|thousand|millions?|billions?|trillions?|tausend|million(?:en)?|milliarden?"
              + "|mille|millones|mil|milhões|milioni|miliardi|milliards?)\\b))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FOLLOWING = Pattern.compile("^\\s+([^.,;:!?()0-9]*)");

  private Figures() {}

  /**
   * The numbers in their order, at most four.
   *
   * @param language of the text, BCP 47
   */
  static List<Figure> of(String text, String language) {
    List<Figure> figures = new ArrayList<>();
    Matcher found = NUMBER.matcher(text);
    while (found.find() && figures.size() < MOST) {
      String digits = found.group(2);
      String currency = found.group(1) == null ? "" : found.group(1);
      String word = found.group(3) == null ? "" : found.group(3);
      String unit = UNITS.getOrDefault(word.toLowerCase(Locale.ROOT), word);
      double value = value(digits);
      if (telling(value, digits, currency + unit)) {
        String shown =
            currency.isEmpty() || unit.isEmpty() ? unit + currency : unit + " " + currency;
        figures.add(new Figure(value, shown, label(text.substring(found.end()), language)));
      }
    }
    return List.copyOf(figures);
  }

  private static boolean telling(double value, String digits, String unit) {
    if (!unit.isEmpty()) {
      return true;
    }
    boolean year = digits.length() == 4 && value >= FIRST_YEAR && value <= LAST_YEAR;
    return value >= LEAST && !year && value < 1e12;
  }

  /** Groups of three are thousands, whatever parts them; one or two digits at the end are not. */
  private static double value(String digits) {
    String whole = digits.replaceAll("[.,\u00a0\u202f'](?=[0-9]{3}(?![0-9]))", "");
    return Double.parseDouble(whole.replace(',', '.'));
  }

  /** What the number counts, as far as the next words say. */
  private static String label(String rest, String language) {
    Matcher following = FOLLOWING.matcher(rest);
    if (!following.find()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    int length = 0;
    for (String word : following.group(1).strip().split("\\s+")) {
      length += word.length() + 1;
      if (words.size() == LABEL_WORDS || length > LABEL_LENGTH) {
        break;
      }
      words.add(word);
    }
    while (!words.isEmpty() && TextLanguage.small(words.get(words.size() - 1), language)) {
      words.remove(words.size() - 1);
    }
    return String.join(" ", words);
  }
}
