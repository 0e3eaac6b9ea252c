package io.moneyprinter.speech.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English on top of the {@link PlainReading}: money, symbols, units, ranges and web names. */
final class EnglishReading implements Reading {
  private record Rule(Pattern written, String spoken) {
    Rule(String written, String spoken) {
      this(Pattern.compile(written), spoken);
    }
  }

  private static final List<Rule> BEFORE_LETTERS_ARE_PARTED =
      List.of(
          new Rule("\u00b2", " squared "),
          new Rule("\u00b3", " cubed "),
          new Rule("\\b(1[1-9]|20)([1-9]0)s\\b", "$1 $2s"),
          new Rule("(?<=\\d)\\s?[\u2012-\u2014](?=[$\u20ac\u00a3]?\\d)", " to "),
          new Rule("^(\\W*)[~\u2248](?=[$\u20ac\u00a3]?\\d)", "$1about "),
          new Rule("(?<=\\d)\\s?\u00b0C\\b", " degrees Celsius"),
          new Rule("(?<=\\d)\\s?\u00b0F\\b", " degrees Fahrenheit"),
          new Rule("\u00b0", " degrees "),
          new Rule("(?<=\\d)%", " percent"),
          new Rule("\\bH\\.2(6[45])\\b", "H 2 $1"),
          new Rule("(?i)(?<=\\d)([ap])m\\b", " $1.m."),
          new Rule("(?<=\\d)x\\b", " times"));

  private static final List<Rule> RULES =
      List.of(
          new Rule("(?<=\\d)(?!(?:st|nd|rd|th|s)\\b)(?=[A-Za-z])", " "),
          new Rule("^(\\W*)1/2\\b(?!/)", "$1one half"),
          new Rule("^(\\W*)1/4\\b(?!/)", "$1one quarter"),
          new Rule("^(\\W*)3/4\\b(?!/)", "$1three quarters"),
          new Rule("^(\\W*)1/3\\b(?!/)", "$1one third"),
          new Rule("^(\\W*)2/3\\b(?!/)", "$1two thirds"),
          new Rule("^(\\W*\\d+)/(\\d+)(?!/|\\d)", "$1 $2"),
          new Rule("^w/$", "with"),
          new Rule("#(?=\\d)", "number "),
          new Rule("#(?=\\p{L})", ""),
          new Rule("&", " and "),
          new Rule("@(?=\\S)", " at "),
          new Rule("(?<=[\\w+])\\+", " plus "),
          new Rule("^\\+$", "plus"),
          new Rule("^=$", "equals"),
          new Rule("\\$", " dollars "),
          new Rule("\u20ac", " euros "),
          new Rule("\u00a3", " pounds "),
          new Rule("\u00d7", " times "),
          new Rule("\u00f7", " divided by "),
          new Rule("\u2026|\\.\\.\\.+", "."));

  private static final Pattern WEB_NAME =
      Pattern.compile(
          "(?i)[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|io|ai|dev|edu|gov|app|tv|co)\\b");

  private static final Pattern MEASURE =
      Pattern.compile("(?<=\\d)(km/h|km|kg|cm|mm|mph|kWh|GHz|MHz|TB|GB|MB|KB|ms|fps)(?![A-Za-z])");
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("km/h", "kilometers per hour"),
          Map.entry("km", "kilometers"),
          Map.entry("kg", "kilograms"),
          Map.entry("cm", "centimeters"),
          Map.entry("mm", "millimeters"),
          Map.entry("mph", "miles per hour"),
          Map.entry("kWh", "kilowatt hours"),
          Map.entry("GHz", "gigahertz"),
          Map.entry("MHz", "megahertz"),
          Map.entry("TB", "terabytes"),
          Map.entry("GB", "gigabytes"),
          Map.entry("MB", "megabytes"),
          Map.entry("KB", "kilobytes"),
          Map.entry("ms", "milliseconds"),
          Map.entry("fps", "frames per second"));

  private final PlainReading plain;

  EnglishReading(PlainReading plain) {
    this.plain = plain;
  }

  @Override
  public List<String> of(List<String> words) {
    List<String> spoken = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i > 0 && EnglishMoney.isLarge(words.get(i - 1), word)) {
        spoken.add(read(EnglishMoney.magnitude(words.get(i - 1), word)));
      } else if (i + 1 < words.size() && EnglishMoney.isLarge(word, words.get(i + 1))) {
        spoken.add(read(EnglishMoney.number(word)));
      } else {
        spoken.add(read(EnglishMoney.read(word)));
      }
    }
    return spoken;
  }

  private String read(String word) {
    String text = applied(BEFORE_LETTERS_ARE_PARTED, word);
    text = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2044', '/');
    text = MEASURE.matcher(text).replaceAll(unit -> " " + UNITS.get(unit.group()));
    text = applied(RULES, text);
    text = plain.read(text.strip());
    return WEB_NAME.matcher(text).replaceAll(EnglishReading::dotsSaid).strip();
  }

  private static String applied(List<Rule> rules, String word) {
    String text = word;
    for (Rule rule : rules) {
      text = rule.written().matcher(text).replaceAll(rule.spoken());
    }
    return text;
  }

  private static String dotsSaid(MatchResult name) {
    return name.group().replace(".", " dot ");
  }
}
