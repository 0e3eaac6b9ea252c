package io.moneyprinter.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a text into sentences, at the closing marks of all scripts and at blank lines. */
public final class Sentences {
  /** Longer ones are cut anyway: an engine's memory grows with the sentence. */
  private static final int MOST_WORDS = 60;

  private static final Pattern END =
      Pattern.compile(
          ".*[.!?\u2026\u3002\uff01\uff1f\uff61\u0964\u061f\u06d4\u1362]"
              + "[\"'\u201d\u2019\u00bb\u300d\u300f)\\]\uff09]*",
          Pattern.DOTALL);
  private static final Pattern PAUSE =
      Pattern.compile(".*[,;:\u2013\u2014\u3001\uff0c\uff1b\uff1a\u060c]\\W*", Pattern.DOTALL);
  private static final Pattern INITIAL = Pattern.compile("\\W*\\p{L}\\.");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "jr.", "sr.", "vs.", "e.g.", "i.e.", "inc.",
          "ltd.", "no.", "approx.", "gen.", "sgt.", "capt.", "mt.", "rev.", "fig.");
  private static final Pattern DOTTED_ORDINAL = Pattern.compile("\\W*\\d{1,2}\\.");

  private Sentences() {}

  /** The sentences of a text of any language, whose words these are. */
  public static List<Sentence> of(String text, List<WrittenWord> words) {
    return of(text, words, Locale.ROOT);
  }

  /** The sentences of a text, whose words these are. */
  public static List<Sentence> of(String text, List<WrittenWord> words, Locale language) {
    List<String> written = words.stream().map(WrittenWord::text).toList();
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      String gap = last ? "" : text.substring(words.get(i).to(), words.get(i + 1).from());
      boolean paragraph = gap.indexOf('\n') != gap.lastIndexOf('\n');
      if (last || paragraph || ends(i, written, language)) {
        sentences.add(new Sentence(words.subList(from, i + 1), paragraph));
        from = i + 1;
      } else if (i - from + 1 >= MOST_WORDS) {
        int cut = lastPause(words, from, i);
        sentences.add(new Sentence(words.subList(from, cut), false));
        from = cut;
      }
    }
    return sentences;
  }

  /** Where to cut a sentence that is too long: after its last comma, or where the limit is. */
  private static int lastPause(List<WrittenWord> words, int from, int limit) {
    for (int i = limit; i > from; i--) {
      if (PAUSE.matcher(words.get(i).text()).matches()) {
        return i + 1;
      }
    }
    return limit + 1;
  }

  private static boolean ends(int at, List<String> words, Locale language) {
    String word = words.get(at);
    return END.matcher(word).matches()
        && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
        && !INITIAL.matcher(word).matches()
        && !Character.isLowerCase(words.get(at + 1).codePointAt(0))
        && !isOrdinal(word, language)
        && !Abbreviations.in(language).includes(at, words);
  }

  private static boolean isOrdinal(String word, Locale language) {
    return Ordinals.dotted(language.getLanguage()) && DOTTED_ORDINAL.matcher(word).matches();
  }
}
