package io.moneyprinter.content.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits running text into sentences by the rules of its language (Unicode Standard Annex 29 with
 * the CLDR lists of abbreviations, and some more). A line break is no more than a space; nothing of
 * the text is lost.
 */
public final class Sentences {
  /** What CLDR's lists leave out; harmless in languages that do not use them. */
  private static final List<String> ABBREVIATIONS =
      List.of(
          "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "Jr.", "Sr.", "vs.", "etc.", "e.g.", "i.e.",
          "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "a.m.", "p.m.", "approx.", "No.", "Nr.", "Fig.",
          "Vol.", "ca.", "bzw.", "z.B.", "z. B.", "d.h.", "d. h.", "u.a.", "u. a.", "usw.", "Mme.",
          "M.", "Mlle.", "Sra.", "Sr.", "Dra.", "Ud.", "Uds.", "p.ej.", "p. ej.", "Sig.", "Dott.",
          "ecc.", "dhr.", "mevr.", "bijv.", "o.a.", "Exmo.", "Av.");

  /** A single capital is an initial far more often than the last word of a sentence. */
  private static final Pattern ENDS_IN_INITIAL = Pattern.compile("(?:^|.*[\\s.(])\\p{Lu}\\.\\s*");

  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:^|.*\\s)\\d{1,4}\\.\\s*");
  private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}]");

  private final ULocale locale;
  private final boolean ordinalsEndInFullStop;

  /**
   * @param language BCP 47 tag
   */
  public Sentences(String language) {
    this.locale = ULocale.forLanguageTag(language);
    this.ordinalsEndInFullStop =
        List.of("de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "hu", "pl", "et", "lv")
            .contains(locale.getLanguage());
  }

  /**
   * The sentences in order, each with the white space that follows it; joined they are the
   * paragraph {@linkplain TextForm#onOneLine on one line}. None is blank.
   */
  public List<String> split(String paragraph) {
    String line = TextForm.onOneLine(paragraph);
    List<String> found = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    BreakIterator breaks = breaks();
    breaks.setText(line);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      open.append(line, from, to);
      if (endsHere(open)) {
        found.add(open.toString());
        open.setLength(0);
      }
    }
    closeLast(found, open.toString());
    return found;
  }

  private BreakIterator breaks() {
    FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(locale);
    ABBREVIATIONS.forEach(builder::suppressBreakAfter);
    return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
  }

  private boolean endsHere(CharSequence sentence) {
    return HAS_WORD.matcher(sentence).find()
        && !ENDS_IN_INITIAL.matcher(sentence).matches()
        && !(ordinalsEndInFullStop && ENDS_IN_NUMBER.matcher(sentence).matches());
  }

  /** What is left over has no word of its own, or was held open by an abbreviation. */
  private static void closeLast(List<String> found, String rest) {
    if (rest.isEmpty()) {
      return;
    }
    if (found.isEmpty() || HAS_WORD.matcher(rest).find()) {
      found.add(rest);
    } else {
      found.set(found.size() - 1, found.get(found.size() - 1) + rest);
    }
  }
}
