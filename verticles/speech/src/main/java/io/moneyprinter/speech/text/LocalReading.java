package io.moneyprinter.speech.text;

import io.moneyprinter.speech.text.Abbreviations.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language on top of the {@link PlainReading}: its abbreviations in full, its numbers, ordinals,
 * amounts and ranges in words. What has the look of no plain number (dates, times, versions) is
 * left to the voice.
 */
final class LocalReading implements Reading {
  private static final Map<String, String> TO =
      Map.ofEntries(
          Map.entry("de", "bis"),
          Map.entry("fr", "\u00e0"),
          Map.entry("es", "a"),
          Map.entry("it", "a"),
          Map.entry("pt", "a"),
          Map.entry("nl", "tot"),
          Map.entry("pl", "do"),
          Map.entry("ru", "\u0434\u043e"),
          Map.entry("sv", "till"),
          Map.entry("da", "til"),
          Map.entry("nb", "til"),
          Map.entry("no", "til"),
          Map.entry("zh", "\u5230"),
          Map.entry("yue", "\u5230"),
          Map.entry("ro", "la"));

  /** What may stand around a number without being part of it. */
  static final String BEFORE = "(?<before>[^\\p{L}\\p{N}\\p{Sc}%+-]*)";

  static final String AFTER = "(?<after>[^\\p{L}\\p{N}\\p{Sc}%\u00b0]*)";

  private static final Pattern LEADING_GROUP = Pattern.compile("[(\"\u201e\u00ab]*[1-9]\\d{0,2}");
  private static final Pattern GROUP = Pattern.compile("\\d{3}(?!\\d).*");

  private final PlainReading plain;
  private final Abbreviations abbreviations;
  private final String language;
  private final NumberWords numbers;
  private final Measures measures;
  private final Pattern amount;
  private final Pattern range;
  private final Ordinals ordinals;

  LocalReading(PlainReading plain, Locale locale, NumberWords numbers) {
    this.plain = plain;
    this.abbreviations = Abbreviations.in(locale);
    this.language = locale.getLanguage();
    this.numbers = numbers;
    this.measures = new Measures(locale, numbers);
    String number = numbers.pattern();
    this.amount =
        Pattern.compile(
            BEFORE
                + "(?<sign>[$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9])?"
                + number
                + "(?<unit>[\\p{L}%\u00b0/\u00b2\u00b3\\p{Sc}]+)?"
                + AFTER);
    this.ordinals = new Ordinals(language, numbers);
    this.range =
        Pattern.compile(BEFORE + "(?<from>\\d+)[\u2012-\u2014-](?<to>\\d+)" + "(?<after>.*)");
  }

  @Override
  public List<String> of(List<String> written) {
    List<String> words = grouped(written);
    List<String> spoken = new ArrayList<>();
    while (spoken.size() < words.size()) {
      int at = spoken.size();
      Optional<Found> found = abbreviations.at(at, words);
      if (found.isPresent()) {
        spread(found.get(), words.get(at + found.get().words() - 1), spoken);
      } else if (at + 1 < words.size()
          && isBareNumber(words.get(at))
          && unit(words.get(at + 1)) != null) {
        amount(words.get(at), words.get(at + 1), spoken);
      } else {
        spoken.add(word(at, words));
      }
    }
    return spoken;
  }

  /** Numbers grouped by spaces stand in the last of their words. */
  private List<String> grouped(List<String> written) {
    List<String> words = new ArrayList<>(written);
    boolean open = false;
    for (int i = 0; i + 1 < words.size() && numbers.groupsBySpaces(); i++) {
      boolean begins = open || LEADING_GROUP.matcher(words.get(i)).matches();
      open = begins && GROUP.matcher(words.get(i + 1)).matches();
      if (open) {
        words.set(i + 1, words.get(i) + words.get(i + 1));
        words.set(i, "");
      }
    }
    return words;
  }

  /** One word of what is said for each that is written; the last gets the rest. */
  private static void spread(Found found, String last, List<String> spoken) {
    String[] said = found.said().split(" ", found.words());
    for (int i = 0; i < found.words(); i++) {
      String word = i < said.length ? said[i] : "";
      boolean ends = i + 1 == found.words();
      spoken.add(ends ? word + last.replaceFirst("^.*?([,;:!?]*)$", "$1") : word);
    }
  }

  private void amount(String number, String unit, List<String> spoken) {
    Matcher written = amount.matcher(number);
    String after = unit.substring(unit(unit).length());
    Optional<String> said =
        written.matches()
            ? measures.said(NumberWords.value(written), unit(unit))
            : Optional.empty();
    if (said.isEmpty()) {
      spoken.add(word(0, List.of(number)));
      spoken.add(plain.read(unit));
      return;
    }
    String count = numbers.cardinal(NumberWords.value(written));
    boolean leads = said.get().startsWith(count + " ");
    spoken.add(leads ? count : said.get());
    spoken.add(plain.read(leads ? said.get().substring(count.length() + 1) + after : after));
  }

  private String word(int at, List<String> words) {
    String word = words.get(at);
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    Matcher range = this.range.matcher(word);
    if (range.matches() && TO.containsKey(language)) {
      String to = range.group("to") + range.group("after");
      return word(0, List.of(range.group("before") + range.group("from")))
          + " "
          + TO.get(language)
          + " "
          + word(0, List.of(to));
    }
    Optional<String> ordinal = ordinals.said(word, at == 0 ? "" : words.get(at - 1), next);
    if (ordinal.isPresent()) {
      return ordinal.get();
    }
    Matcher amount = this.amount.matcher(word);
    return plain.read(amount.matches() ? amount(amount, next).orElse(word) : word);
  }

  private Optional<String> amount(Matcher written, String next) {
    BigDecimal value = NumberWords.value(written);
    String sign = written.group("sign") == null ? written.group("unit") : written.group("sign");
    Optional<String> said;
    if (sign != null) {
      said =
          measures.isUnit(sign) && (written.group("sign") == null || written.group("unit") == null)
              ? measures.said(value, sign)
              : Optional.empty();
    } else if (next.startsWith("\u5e74") && language.equals("zh")) {
      said = Optional.of(numbers.digits(written.group("whole")));
    } else {
      String whole = written.group("whole");
      said =
          Optional.of(
              whole.length() == 4 && whole.matches("\\d+") && written.group("part") == null
                  ? numbers.yearOrCardinal(Integer.parseInt(whole))
                  : leadingZero(whole) ? whole : numbers.cardinal(value));
    }
    return said.map(text -> written.group("before") + text + written.group("after"));
  }

  /** Numbers such as 007 are names. */
  private static boolean leadingZero(String whole) {
    return whole.length() > 1 && whole.startsWith("0");
  }

  private boolean isBareNumber(String word) {
    Matcher written = amount.matcher(word);
    return written.matches()
        && written.group("sign") == null
        && written.group("unit") == null
        && written.group("after").isEmpty();
  }

  /** The unit that a word begins with and, punctuation aside, ends with; or {@code null}. */
  private String unit(String word) {
    String bare = word.replaceFirst("[.,;:!?)\u201d\u201c\"\u00bb]+$", "");
    return measures.isUnit(bare) ? bare : null;
  }
}
