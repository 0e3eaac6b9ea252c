package io.moneyprinter.speech.text;

import com.ibm.icu.text.BreakIterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text. Space parts them; in scripts written without spaces a Chinese character is a
 * word, and Japanese, Thai and their like are cut by dictionary (ICU).
 */
public final class WrittenWords {
  private WrittenWords() {}

  /** All words in order. Every visible character belongs to exactly one. */
  public static List<WrittenWord> of(String text) {
    List<WrittenWord> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !parts(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        if (text.substring(at, end).codePoints().anyMatch(WrittenWords::needsNoSpaces)) {
          addUnspaced(text, at, end, words);
        } else {
          words.add(new WrittenWord(text.substring(at, end), at, end));
        }
      }
      at = end + 1;
    }
    return words;
  }

  /** Whether the character belongs to a script that is written without spaces. */
  static boolean needsNoSpaces(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, MYANMAR, KHMER -> true;
      default -> false;
    };
  }

  private static boolean parts(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200b'
        || character == '\ufeff'
        || Character.isISOControl(character);
  }

  /** Cuts a run without spaces; marks go with the word before them, opening ones with the next. */
  private static void addUnspaced(String text, int from, int to, List<WrittenWord> words) {
    List<Integer> starts = new ArrayList<>();
    boolean lettersSeen = false;
    for (int start : cuts(text.substring(from, to))) {
      int next = text.codePointAt(from + start);
      boolean lengthens = Character.getType(next) == Character.MODIFIER_LETTER;
      boolean beginsWord = Character.isLetterOrDigit(next) && !lengthens;
      boolean opens = Character.getType(next) == Character.START_PUNCTUATION;
      if (starts.isEmpty() || lettersSeen && (beginsWord || opens)) {
        starts.add(from + start);
        lettersSeen = false;
      }
      lettersSeen |= beginsWord;
    }
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : to;
      words.add(new WrittenWord(text.substring(starts.get(i), end), starts.get(i), end));
    }
  }

  private static List<Integer> cuts(String run) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(run);
    List<Integer> cuts = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      cuts.add(from);
      for (int at = from + Character.charCount(run.codePointAt(from)); at < to; ) {
        int character = run.codePointAt(at);
        if (UnicodeScript.of(character) == UnicodeScript.HAN) {
          cuts.add(at);
        }
        at += Character.charCount(character);
      }
    }
    return cuts;
  }
}
