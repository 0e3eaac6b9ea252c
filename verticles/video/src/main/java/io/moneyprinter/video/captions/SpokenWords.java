package io.moneyprinter.video.captions;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.video.fonts.Scripts;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the words of a narration fit to be shown: a stretch of a script without spaces becomes its
 * words, and a sign that stands alone joins the word it belongs to.
 */
final class SpokenWords {
  private static final int LONGEST_JAPANESE_WORD = 7;

  private SpokenWords() {}

  /**
   * @param start seconds
   * @param end seconds
   */
  record Spoken(String text, double start, double end) {
    int lastSign() {
      return text.codePointBefore(text.length());
    }
  }

  /**
   * @param language BCP 47 tag; picks the dictionary that finds words in Thai, Chinese and so on
   */
  static List<Spoken> of(List<WordTiming> timings, String language) {
    List<Spoken> words = new ArrayList<>();
    String opening = "";
    int done = 0;
    for (WordTiming timing : timings) {
      boolean apart = timing.from() > done;
      done = timing.to();
      String text = opening + timing.text().strip().replaceAll("\\s+", " ");
      opening = "";
      if (text.isEmpty()) {
        continue;
      }
      boolean voiced = text.codePoints().anyMatch(Character::isLetterOrDigit);
      if (voiced || isPicture(text)) {
        words.addAll(split(new Spoken(text, timing.start(), timing.end()), language));
      } else if (opens(text) || words.isEmpty()) {
        opening = text;
      } else {
        Spoken before = words.remove(words.size() - 1);
        boolean spaced = isDash(text) || apart && isUnit(text);
        String joined = before.text() + (spaced ? " " : "") + text;
        words.add(new Spoken(joined, before.start(), Math.max(before.end(), timing.end())));
      }
    }
    return words;
  }

  /** The words of a text as they may be put on lines. */
  static List<String> words(String text, String language) {
    List<String> words = new ArrayList<>();
    for (String stretch : text.strip().split("\\s+")) {
      words.addAll(pieces(stretch, language));
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  /** Spreads the time of a stretch over its words by their signs. */
  private static List<Spoken> split(Spoken stretch, String language) {
    double total = stretch.text().length();
    double seconds = stretch.end() - stretch.start();
    List<Spoken> words = new ArrayList<>();
    int done = 0;
    for (String piece : pieces(stretch.text(), language)) {
      double start = stretch.start() + seconds * done / total;
      done += piece.length();
      words.add(new Spoken(piece.strip(), start, stretch.start() + seconds * done / total));
    }
    words.removeIf(word -> word.text().isEmpty());
    return words;
  }

  private static List<String> pieces(String stretch, String language) {
    if (stretch.codePoints().filter(Scripts::spaceless).count() < 3) {
      return List.of(stretch);
    }
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    breaks.setText(stretch);
    List<String> pieces = new ArrayList<>();
    for (int from = breaks.first(), to = breaks.next();
        to != BreakIterator.DONE;
        from = to, to = breaks.next()) {
      String piece = stretch.substring(from, to);
      int last = pieces.size() - 1;
      if (last >= 0
          && (joins(piece) || opens(pieces.get(last)) || leans(pieces.get(last), piece))) {
        pieces.set(last, pieces.get(last) + piece);
      } else {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  /** Whether it is nothing but signs that belong to the word before them. */
  private static boolean joins(String piece) {
    return piece.codePoints().noneMatch(Character::isLetterOrDigit) && !opens(piece);
  }

  /** Whether a Japanese ending or particle belongs to the word before it. */
  private static boolean leans(String before, String piece) {
    return Scripts.hiragana(piece)
        && Scripts.spaceless(before.codePointBefore(before.length()))
        && before.codePoints().anyMatch(Character::isLetter)
        && Character.isLetter(before.codePointBefore(before.length()))
        && before.length() + piece.length() <= LONGEST_JAPANESE_WORD;
  }

  private static boolean isPicture(String text) {
    return text.codePoints().anyMatch(point -> Character.getType(point) == Character.OTHER_SYMBOL);
  }

  /** Signs such as those of currencies and per cent stand apart in many languages. */
  private static boolean isUnit(String text) {
    int first = text.codePointAt(0);
    return Character.getType(first) == Character.CURRENCY_SYMBOL || "%‰°".indexOf(first) >= 0;
  }

  private static boolean isDash(String text) {
    return text.codePoints()
        .allMatch(point -> Character.getType(point) == Character.DASH_PUNCTUATION);
  }

  /** Whether it is nothing but signs that belong to the word after them. */
  private static boolean opens(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                switch (Character.getType(point)) {
                  case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
                  default -> "¿¡".indexOf(point) >= 0;
                });
  }
}
