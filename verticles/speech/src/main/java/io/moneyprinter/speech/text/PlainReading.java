package io.moneyprinter.speech.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The reading that all languages share: what a voice would spell out or stumble over (decoration,
 * dashes, address prefixes, pictures) is left out or becomes a pause.
 */
final class PlainReading implements Reading {
  private static final Pattern SCHEME = Pattern.compile("(?i)(https?://)(www\\.)?|\\bwww\\.");
  private static final Pattern PATH =
      Pattern.compile("(?i)([\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,})/\\S*?([.,!?;:)]*)$");
  private static final Pattern DASHES = Pattern.compile("[\u2012-\u2015]+|--+");
  private static final Pattern LONE_HYPHEN = Pattern.compile("-");
  private static final Pattern DECORATION = Pattern.compile("[*_~`|^<>{}\\\\\u2022]+");
  private static final Pattern SLASH = Pattern.compile("(?<=\\p{L})/(?=\\p{L})");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018\u2019\u02bc]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\"\u201c-\u201f\u00ab\u00bb]");

  /** Marks that a voice makes a pause or a melody of, even with no word beside them. */
  private static final Pattern HEARD_ALONE =
      Pattern.compile(".*[\\p{L}\\p{N}\\p{Sc}%&+=,;:.!?\u2026\u3001\u3002\uff0c\uff1f].*");

  @Override
  public List<String> of(List<String> words) {
    return words.stream().map(this::read).toList();
  }

  /** What to say for one word. */
  String read(String word) {
    String text = Normalizer.normalize(word, Normalizer.Form.NFC);
    text = SCHEME.matcher(text).replaceAll("");
    text = PATH.matcher(text).replaceFirst("$1$2");
    text = SINGLE_QUOTES.matcher(text).replaceAll("'");
    text = DOUBLE_QUOTES.matcher(text).replaceAll("");
    text = LONE_HYPHEN.matcher(text).matches() ? "," : text;
    text = DASHES.matcher(text).replaceAll(", ");
    text = DECORATION.matcher(text).replaceAll(" ");
    text = SLASH.matcher(text).replaceAll(" ");
    var kept = new StringBuilder();
    text.codePoints().filter(PlainReading::isSpoken).forEach(kept::appendCodePoint);
    String spoken = kept.toString().strip();
    return HEARD_ALONE.matcher(spoken).matches() ? spoken : "";
  }

  /** Pictures, their modifiers and what has no shape are not read out. */
  private static boolean isSpoken(int character) {
    return switch (Character.getType(character)) {
      case Character.OTHER_SYMBOL -> character == '\u00b0' || character == '\u2116';
      case Character.MODIFIER_SYMBOL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.CONTROL ->
          false;
      case Character.FORMAT -> character == '\u200c' || character == '\u200d';
      default -> character != '\ufe0f' && character != '\u20e3';
    };
  }
}
