package io.moneyprinter.speech.text;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts with their unit or currency in words: ICU knows names and plurals (Unicode CLDR). */
final class Measures {
  private static final Map<String, MeasureUnit> UNITS =
      Map.ofEntries(
          unit("%", "percent"),
          unit("\u00b0", "degree"),
          unit("\u00b0C", "celsius"),
          unit("\u00b0F", "fahrenheit"),
          unit("km", "kilometer"),
          unit("m", "meter"),
          unit("cm", "centimeter"),
          unit("mm", "millimeter"),
          unit("km/h", "kilometer-per-hour"),
          unit("kg", "kilogram"),
          unit("g", "gram"),
          unit("mg", "milligram"),
          unit("l", "liter"),
          unit("ml", "milliliter"),
          unit("km\u00b2", "square-kilometer"),
          unit("m\u00b2", "square-meter"),
          unit("m\u00b3", "cubic-meter"),
          unit("kW", "kilowatt"),
          unit("kWh", "kilowatt-hour"),
          unit("GHz", "gigahertz"),
          unit("MHz", "megahertz"),
          unit("kHz", "kilohertz"),
          unit("Hz", "hertz"),
          unit("TB", "terabyte"),
          unit("GB", "gigabyte"),
          unit("MB", "megabyte"),
          unit("ms", "millisecond"));

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "USD", "\u20ac", "EUR", "\u00a3", "GBP", "\u00a5", "JPY", "\u20b9", "INR", "\u20bd",
          "RUB", "\u20a9", "KRW", "CHF", "CHF", "z\u0142", "PLN", "EUR", "EUR");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final Pattern SIGN = Pattern.compile("[\\p{N}\\s\u00a0\u202f]+");

  private final ULocale locale;
  private final NumberWords numbers;

  /** The language's own signs too, such as the Russian one of the kilogram. */
  private final Map<String, MeasureUnit> units = new HashMap<>(UNITS);

  Measures(Locale locale, NumberWords numbers) {
    this.locale = ULocale.forLocale(locale);
    this.numbers = numbers;
    UNITS.forEach((sign, unit) -> units.putIfAbsent(localSign(unit), unit));
    units.remove("");
  }

  /** Whether a sign is a unit or a currency. */
  boolean isUnit(String sign) {
    return units.containsKey(sign) || CURRENCIES.containsKey(sign);
  }

  /** The amount in words; empty when the language has no name for the unit. */
  Optional<String> said(BigDecimal value, String sign) {
    return CURRENCIES.containsKey(sign) ? money(value, sign) : amount(value, units.get(sign));
  }

  private Optional<String> money(BigDecimal value, String sign) {
    MeasureUnit currency = Currency.getInstance(CURRENCIES.get(sign));
    boolean cents = value.scale() == 2 && value.remainder(BigDecimal.ONE).signum() != 0;
    if (!cents) {
      return amount(value.stripTrailingZeros(), currency);
    }
    BigDecimal whole = new BigDecimal(value.toBigInteger());
    BigDecimal rest = value.subtract(whole).movePointRight(2);
    return amount(whole, currency).map(said -> said + " " + numbers.cardinal(rest));
  }

  private Optional<String> amount(BigDecimal value, MeasureUnit unit) {
    // The form that goes with the value, though written with a number that is easily found in it.
    String named =
        NumberFormatter.withLocale(locale)
            .unit(unit)
            .unitWidth(UnitWidth.FULL_NAME)
            .precision(com.ibm.icu.number.Precision.unlimited())
            .grouping(com.ibm.icu.number.NumberFormatter.GroupingStrategy.OFF)
            .symbols(com.ibm.icu.text.NumberingSystem.LATIN)
            .format(value)
            .toString();
    String spelled =
        Pattern.compile(numbers.pattern()).matcher(named).replaceFirst(numbers.cardinal(value));
    boolean unnamed =
        spelled.equals(named) || spelled.contains("%") || NUMBER.matcher(spelled).find();
    return unnamed ? Optional.empty() : Optional.of(spelled);
  }

  private String localSign(MeasureUnit unit) {
    String one =
        NumberFormatter.withLocale(locale)
            .unit(unit)
            .unitWidth(UnitWidth.SHORT)
            .format(7)
            .toString();
    return SIGN.matcher(one).replaceAll("");
  }

  private static Map.Entry<String, MeasureUnit> unit(String sign, String identifier) {
    return Map.entry(sign, MeasureUnit.forIdentifier(identifier));
  }
}
