package io.moneyprinter.speech.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money in English: the sign is written first and said last. */
final class EnglishMoney {
  private record Currency(String one, String many, String small) {}

  private static final Map<String, Currency> CURRENCIES =
      Map.of(
          "$", new Currency("dollar", "dollars", "cents"),
          "\u20ac", new Currency("euro", "euros", "cents"),
          "\u00a3", new Currency("pound", "pounds", "pence"));
  private static final Map<String, String> MAGNITUDES =
      Map.of("k", "thousand", "m", "million", "b", "billion", "bn", "billion", "t", "trillion");

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<before>[^\\w$\u20ac\u00a3]*)(?<sign>[$\u20ac\u00a3])(?<whole>\\d[\\d,]*)"
              + "(?<cents>\\.\\d\\d(?!\\d))?(?<part>\\.\\d+)?(?<size>(?i:k|m|bn|b|t)\\b)?(?<after>\\W*)");
  private static final Pattern MAGNITUDE =
      Pattern.compile("(?i)((?:thousand|million|billion|trillion))(\\W*)");

  private EnglishMoney() {}

  /** An amount with its sign said; any other word as it is. */
  static String read(String word) {
    Matcher amount = AMOUNT.matcher(word);
    if (!amount.matches()) {
      return word;
    }
    Currency currency = CURRENCIES.get(amount.group("sign"));
    String number = amount.group("before") + amount.group("whole");
    String after = amount.group("after");
    String size = amount.group("size");
    if (size != null) {
      String large = MAGNITUDES.get(size.toLowerCase(java.util.Locale.ROOT));
      return number + fraction(amount) + " " + large + " " + currency.many() + after;
    }
    if (amount.group("cents") != null) {
      String cents = amount.group("cents").substring(1);
      if (amount.group("whole").equals("0")) {
        return amount.group("before") + cents + " " + currency.small() + after;
      }
      String name = amount.group("whole").equals("1") ? currency.one() : currency.many();
      return number + " " + name + (cents.equals("00") ? "" : " " + cents) + after;
    }
    boolean one = amount.group("whole").equals("1") && amount.group("part") == null;
    return number + fraction(amount) + " " + (one ? currency.one() : currency.many()) + after;
  }

  /** Whether two words are such as "$25.4 billion", where the dollars are said after both. */
  static boolean isLarge(String first, String second) {
    Matcher amount = AMOUNT.matcher(first);
    return amount.matches()
        && amount.group("size") == null
        && amount.group("after").isEmpty()
        && MAGNITUDE.matcher(second).matches();
  }

  /** The first of such two words, without its sign. */
  static String number(String first) {
    Matcher amount = AMOUNT.matcher(first);
    return amount.matches()
        ? amount.group("before") + amount.group("whole") + fraction(amount)
        : first;
  }

  /** The second of such two words, with the currency. */
  static String magnitude(String first, String second) {
    Matcher amount = AMOUNT.matcher(first);
    return amount.matches()
        ? MAGNITUDE
            .matcher(second)
            .replaceFirst("$1 " + CURRENCIES.get(amount.group("sign")).many() + "$2")
        : second;
  }

  private static String fraction(Matcher amount) {
    String cents = amount.group("cents");
    String part = amount.group("part");
    return cents != null ? cents : part != null ? part : "";
  }
}
