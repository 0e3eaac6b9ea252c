package io.moneyprinter.speech.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English on top of the {@link PlainReading}: symbols, units, ranges and web names as words. */
final class EnglishReading implements Reading {
  private record Rule(Pattern written, String spoken) {
    Rule(String written, String spoken) {
      this(Pattern.compile(written), spoken);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("(?<=\\d)\\s?[\u2012-\u2014](?=\\d)", " to "),
          new Rule("^~(?=\\$?\\d)|^\u2248(?=\\$?\\d)", "about "),
          new Rule("(?<=\\d)\\s?\u00b0C\\b", " degrees Celsius"),
          new Rule("(?<=\\d)\\s?\u00b0F\\b", " degrees Fahrenheit"),
          new Rule("\u00b0", " degrees "),
          new Rule("^([$\u20ac\u00a3])(\\d[\\d.,]*)K\\b", "$1$2,000"),
          new Rule("^\\$(\\d[\\d.]*)(?:M|m)(?![A-Za-z])", "$1 million dollars"),
          new Rule("^\\$(\\d[\\d.]*)(?:B|bn)(?![A-Za-z])", "$1 billion dollars"),
          new Rule("\\b(?<=\\d)([KGD])\\b", " $1"),
          new Rule("(?<=\\d)x\\b", " times"),
          new Rule("(?<=\\d)/(?=\\d)", " "),
          new Rule("^w/$", "with"),
          new Rule("#(?=\\d)", "number "),
          new Rule("#(?=\\p{L})", ""),
          new Rule("&", " and "),
          new Rule("@(?=\\S)", " at "),
          new Rule("(?<=\\d)\\+", " plus"),
          new Rule("^\\+$", "plus"),
          new Rule("^=$", "equals"),
          new Rule("\u00d7", " times "),
          new Rule("\u00f7", " divided by "),
          new Rule("\u2026|\\.\\.\\.+", "."));

  private static final Pattern WEB_NAME =
      Pattern.compile("(?i)[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|io|ai|dev|edu|gov|app|tv|co)\\b");

  private static final Pattern MEASURE =
      Pattern.compile("(?<=\\d)(km/h|km|kg|cm|mm|mph|kWh|GHz|MHz|TB|GB|MB|KB|ms)(?![A-Za-z])");
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
          Map.entry("ms", "milliseconds"));

  private final Reading plain;

  EnglishReading(Reading plain) {
    this.plain = plain;
  }

  @Override
  public String of(String word) {
    String text = Normalizer.normalize(word, Normalizer.Form.NFC);
    text = MEASURE.matcher(text).replaceAll(unit -> " " + UNITS.get(unit.group()));
    for (Rule rule : RULES) {
      text = rule.written().matcher(text).replaceAll(rule.spoken());
    }
    text = plain.of(text.strip());
    text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return WEB_NAME.matcher(text).replaceAll(EnglishReading::dotsSaid).strip();
  }

  private static String dotsSaid(MatchResult name) {
    return name.group().replace(".", " dot ");
  }
}
