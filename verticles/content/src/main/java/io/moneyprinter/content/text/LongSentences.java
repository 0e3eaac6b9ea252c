package io.moneyprinter.content.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a sentence that one picture cannot carry at its clauses, or between words where it has
 * none. A break in a sentence is heard, so only what lasts longer than {@value #TOLERATED} seconds
 * is touched.
 */
final class LongSentences {
  private static final double TOLERATED = 20;
  private static final double WANTED = 10;
  private static final String CLAUSE_ENDS = ",;:—–，、；：،؛";

  private final ULocale locale;

  LongSentences(String language) {
    this.locale = ULocale.forLanguageTag(language);
  }

  /** The sentence itself, or its parts in order. */
  List<String> split(String sentence) {
    double seconds = SpeakingTime.seconds(sentence);
    if (seconds <= TOLERATED) {
      return List.of(sentence);
    }
    int parts = (int) Math.ceil(seconds / WANTED);
    return cut(sentence, seconds / parts);
  }

  private List<String> cut(String sentence, double wanted) {
    BreakIterator words = BreakIterator.getLineInstance(locale);
    words.setText(sentence);
    List<String> parts = new ArrayList<>();
    double left = SpeakingTime.seconds(sentence);
    double open = 0;
    double sinceClause = 0;
    int start = 0;
    int clause = 0;
    int last = words.first();
    for (int at = words.next(); at != BreakIterator.DONE; last = at, at = words.next()) {
      double word = SpeakingTime.seconds(sentence.substring(last, at));
      open += word;
      left -= word;
      sinceClause += word;
      if (endsClause(sentence, at) && open >= wanted / 2) {
        clause = at;
        sinceClause = 0;
      }
      boolean full = open >= wanted && clause == at || open >= wanted * 1.5;
      if (full && left >= wanted / 2) {
        boolean atClause = clause > start;
        int end = atClause ? clause : at;
        parts.add(sentence.substring(start, end));
        start = end;
        open = atClause ? sinceClause : 0;
        sinceClause = open;
      }
    }
    parts.add(sentence.substring(start));
    return parts;
  }

  private static boolean endsClause(String sentence, int at) {
    int before = at - 1;
    while (before > 0 && Character.isWhitespace(sentence.charAt(before))) {
      before--;
    }
    return CLAUSE_ENDS.indexOf(sentence.charAt(before)) >= 0;
  }
}
