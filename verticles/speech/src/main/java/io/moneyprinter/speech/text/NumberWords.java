package io.moneyprinter.speech.text;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in words, by the spell-out rules that ICU carries for a language (Unicode CLDR).
 * Immutable.
 */
final class NumberWords {
  /** Where a year is not said as the number that it is. */
  private static final Set<String> OWN_YEARS = Set.of("de", "nl", "sv", "da", "nb", "no", "en");

  private static final List<String> ORDINALS =
      List.of("%spellout-ordinal", "%spellout-ordinal-masculine");

  private static final Pattern JOINERS = Pattern.compile("[\u00ad\u200b]");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int MOST_DIGITS = 15;

  private final String language;
  private final RuleBasedNumberFormat rules;
  private final Pattern number;
  private final char decimal;
  private final boolean groupsBySpaces;

  private NumberWords(String language, RuleBasedNumberFormat rules, DecimalFormatSymbols symbols) {
    this.language = language;
    this.rules = rules;
    this.decimal = symbols.getDecimalSeparator();
    this.groupsBySpaces = Character.isSpaceChar(symbols.getGroupingSeparator());
    String group = "[" + (decimal == ',' ? "." : ",") + "'\u2019\u00a0\u202f]";
    this.number =
        Pattern.compile(
            "(?<whole>\\d{1,3}(?:" + group + "\\d{3})+|\\d+)(?:[" + decimal + "](?<part>\\d+))?");
  }

  /** Those of a language; empty when ICU has no rules for it. */
  static Optional<NumberWords> in(Locale locale) {
    ULocale asked = ULocale.forLocale(locale);
    var rules = new RuleBasedNumberFormat(asked, RuleBasedNumberFormat.SPELLOUT);
    boolean known =
        rules.getLocale(ULocale.ACTUAL_LOCALE).getLanguage().equals(asked.getLanguage());
    return known
        ? Optional.of(
            new NumberWords(asked.getLanguage(), rules, DecimalFormatSymbols.getInstance(asked)))
        : Optional.empty();
  }

  /** What a number is written like here: groups {@code whole} and {@code part}. */
  String pattern() {
    return number.pattern();
  }

  /** Whether thousands are set apart by a space. */
  boolean groupsBySpaces() {
    return groupsBySpaces;
  }

  /** The value of a number as it is written here. */
  static BigDecimal value(Matcher number) {
    String whole = number.group("whole").replaceAll("\\D", "");
    String part = number.group("part");
    return new BigDecimal(part == null ? whole : whole + "." + part);
  }

  /** A number that counts something. */
  String cardinal(BigDecimal value) {
    return value.precision() > MOST_DIGITS
        ? value.toPlainString().replace('.', decimal)
        : words(clone(rules).format(value.doubleValue()));
  }

  /** Four digits that stand alone. */
  String yearOrCardinal(int value) {
    return OWN_YEARS.contains(language) && value >= 1100 && value < 2000
        ? words(clone(rules).format(value, "%spellout-numbering-year"))
        : cardinal(BigDecimal.valueOf(value));
  }

  /** Digit by digit, as Chinese years are said. */
  String digits(String digits) {
    var said = new StringBuilder();
    digits.chars().forEach(digit -> said.append(cardinal(BigDecimal.valueOf(digit - '0'))));
    return said.toString();
  }

  /**
   * A place in an order.
   *
   * @param preferred rule sets to use if there are any of them, such as {@code -feminine}
   */
  Optional<String> ordinal(long value, String... preferred) {
    List<String> known = Arrays.asList(rules.getRuleSetNames());
    return java.util.stream.Stream.concat(
            Arrays.stream(preferred).map(ending -> "%spellout-ordinal" + ending), ORDINALS.stream())
        .filter(known::contains)
        .findFirst()
        .map(set -> words(clone(rules).format(value, set)));
  }

  /** A text with every run of digits in words, to judge how long it takes to say. */
  String spelledOut(String text) {
    return DIGITS
        .matcher(text)
        .replaceAll(
            digits ->
                digits.group().length() > MOST_DIGITS
                    ? digits.group()
                    : " "
                        + (digits.group().length() == 4
                            ? yearOrCardinal(Integer.parseInt(digits.group()))
                            : cardinal(new BigDecimal(digits.group())))
                        + " ");
  }

  /** The rules keep state while they format, and readings are shared by threads. */
  private static RuleBasedNumberFormat clone(RuleBasedNumberFormat rules) {
    return (RuleBasedNumberFormat) rules.clone();
  }

  private static String words(String spelled) {
    return JOINERS.matcher(spelled).replaceAll("");
  }
}
