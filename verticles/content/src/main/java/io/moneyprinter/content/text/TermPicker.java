package io.moneyprinter.content.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Picks the words of a scene that a picture can show. There is no grammar here, only what grammar
 * leaves behind: the last word before a small word is mostly the noun of its phrase, names carry
 * capitals, some endings belong to verbs, adjectives and adverbs, and long words tell more than
 * short ones.
 */
public final class TermPicker {
  private static final int MOST = 5;
  private static final int FEWEST = 3;
  private static final Set<String> POINTERS =
      Set.of(
          "a", "an", "the", "der", "die", "das", "ein", "eine", "el", "la", "los", "las", "un",
          "una", "le", "les", "une", "des", "il", "lo", "gli", "uno", "o", "os", "um", "uma", "de",
          "het", "een");

  private final ULocale locale;
  private final Locale letters;
  private final StopWords stopWords;
  private final WordShape shape;

  /**
   * @param language BCP 47 tag of the text
   */
  public TermPicker(String language) {
    this.locale = ULocale.forLanguageTag(language);
    this.letters = locale.toLocale();
    this.stopWords = StopWords.of(locale.getLanguage());
    this.shape = new WordShape(locale.getLanguage());
  }

  /**
   * Three to five terms for each narration, most telling first; fewer where the whole text has no
   * more.
   */
  public List<List<String>> pick(List<String> narrations) {
    List<Map<String, Double>> scored = narrations.stream().map(this::scores).toList();
    Map<String, Double> overall = new HashMap<>();
    scored.forEach(
        scene -> scene.forEach((word, score) -> overall.merge(word, score, Double::sum)));
    List<String> common = best(overall, overall);
    return scored.stream().map(scene -> filled(best(scene, overall), common)).toList();
  }

  /** Own terms first; a scene with hardly any borrows from what the whole text is about. */
  private static List<String> filled(List<String> own, List<String> common) {
    List<String> terms = new ArrayList<>(own);
    for (String word : common) {
      if (terms.size() >= FEWEST) {
        break;
      }
      if (!terms.contains(word)) {
        terms.add(word);
      }
    }
    return List.copyOf(terms);
  }

  private List<String> best(Map<String, Double> scene, Map<String, Double> overall) {
    Comparator<String> byScore =
        Comparator.comparingDouble(
            word -> -(scene.get(word) + 0.15 * (overall.get(word) - scene.get(word))));
    List<String> ranked = new ArrayList<>(scene.keySet());
    ranked.sort(byScore);
    List<String> kept = new ArrayList<>();
    for (String word : ranked) {
      if (kept.size() < MOST && kept.stream().noneMatch(other -> shape.sameStem(other, word))) {
        kept.add(word);
      }
    }
    return kept;
  }

  private Map<String, Double> scores(String narration) {
    List<Token> tokens = tokens(narration);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (telling(token)) {
        boolean head =
            i + 1 == tokens.size() || !tokens.get(i + 1).close() || small(tokens.get(i + 1));
        boolean pointedAt = i > 0 && token.close() && POINTERS.contains(tokens.get(i - 1).lower());
        double score =
            shape.weight(token.text(), token.starts())
                + (head ? 0.8 : 0)
                + (pointedAt && head ? 0.7 : 0);
        scores.merge(token.lower(), score, (one, more) -> one + more / 2);
      }
    }
    return scores;
  }

  private boolean telling(Token token) {
    return !small(token) && shape.mayTell(token.lower());
  }

  private boolean small(Token token) {
    return stopWords.contains(token.lower());
  }

  private List<Token> tokens(String narration) {
    BreakIterator words = BreakIterator.getWordInstance(locale);
    words.setText(narration);
    List<Token> tokens = new ArrayList<>();
    boolean close = false;
    boolean starts = true;
    int from = words.first();
    for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
      String text = narration.substring(from, to);
      if (words.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
        String plain = text.replace('’', '\'');
        tokens.add(new Token(plain, plain.toLowerCase(letters), close, starts));
        close = true;
        starts = false;
      } else if (!text.isBlank()) {
        close = "-".equals(text);
        starts = ".!?:…\"“«".contains(text);
      }
    }
    return tokens;
  }

  /**
   * A word in its place.
   *
   * @param close whether only a space parts it from the word before
   * @param starts whether a sentence may begin here, so that a capital says nothing
   */
  private record Token(String text, String lower, boolean close, boolean starts) {}
}
