package io.moneyprinter.notification.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What notices say, in each language. Immutable. */
public final class Wording {
  /** Every text is there in all of them. */
  public static final List<String> LANGUAGES = List.of("en", "zh", "es", "de");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** A part of a text that only stands where its place is known: {@code [, from {address}]}. */
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]{]*\\{(\\w+)}[^\\[\\]]*)]");

  private static final Pattern ENDED = Pattern.compile("(?s).*[.!?…。！？]");

  private final Map<String, Properties> words = new TreeMap<>();

  private Wording() {}

  /** Reads all languages. Blocking. */
  public static Wording load() {
    Wording wording = new Wording();
    LANGUAGES.forEach(language -> wording.words.put(language, read(language)));
    return wording;
  }

  private static Properties read(String language) {
    String file = "/notification/words_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Wording.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("The words of " + language + " could not be read", e);
    }
  }

  /** The language that is spoken here of a wish such as {@code de-AT}; English for others. */
  public static String language(String wish) {
    String first = wish == null ? "" : wish.strip().toLowerCase(Locale.ROOT).split("[-_,;]", 2)[0];
    return LANGUAGES.contains(first) ? first : "en";
  }

  /**
   * A text with its places filled in; of a place of which nothing is known a dash tells.
   *
   * @param language one of {@link #LANGUAGES}
   */
  public String text(String language, String key, Map<String, String> data) {
    String text = words.get(language).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("No text " + key + " in " + language);
    }
    text =
        OPTIONAL
            .matcher(text)
            .replaceAll(
                part ->
                    data.containsKey(part.group(2)) ? Matcher.quoteReplacement(part.group(1)) : "");
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(
          filled, Matcher.quoteReplacement(value(language, place.group(1), data)));
    }
    return place.appendTail(filled).toString().strip();
  }

  private String value(String language, String name, Map<String, String> data) {
    String value = data.getOrDefault(name, "–");
    return switch (name) {
      case "action" -> words.get(language).getProperty("action." + value, value);
      case "reason" ->
          ENDED.matcher(value).matches() ? value : value + (language.equals("zh") ? "。" : ".");
      default -> value;
    };
  }
}
