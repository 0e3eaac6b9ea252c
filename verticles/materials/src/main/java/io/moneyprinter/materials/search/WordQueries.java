package io.moneyprinter.materials.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Makes queries of texts. Each word is one thing that an entry may or may not show: it counts once,
 * where it fits best, whether by itself or by a word of like meaning.
 */
final class WordQueries {
  private static final double TITLE = 1.25;
  private static final double TAG = 1.0;
  private static final double DESCRIPTION = 0.8;
  private static final double PLAIN = 0.7;
  private static final double PART = 0.5;

  private static final double SAME = 0.6;
  private static final double ROOT = 0.75;
  private static final double WIDER = 0.45;
  private static final double NEAR = 0.3;

  private static final int LONGEST_PHRASE = 3;
  private static final double WHOLE = 0.5;

  /** Of a short phrase, one word alone is not what was meant. */
  private static final double OF_PHRASE = 0.8;

  /** By how much a second place that a word is met in adds. */
  private static final float TIE = 0.15f;

  private final TextAnalysis analysis;
  private final WordWeights weights;
  private final Compounds compounds;

  WordQueries(TextAnalysis analysis) {
    this.analysis = analysis;
    this.compounds = new Compounds(analysis.thesaurus());
    this.weights = new WordWeights(analysis.thesaurus());
  }

  private record Asked(String written, String stem, String language, double weight) {}

  /**
   * A question.
   *
   * @param whole what an entry would score that has every word in its title
   */
  record Question(Query query, double whole) {}

  Question of(TextQuery query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    query.marks().forEach(mark -> all.add(new TermQuery(new Term("mark", mark)), Occur.FILTER));
    if (query.parts().isEmpty()) {
      return new Question(all.add(new MatchAllDocsQuery(), Occur.MUST).build(), 1);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    List<Asked> asked = asked(query);
    double whole = TITLE * asked.stream().mapToDouble(Asked::weight).sum();
    Set<String> stems = asked.stream().map(Asked::stem).collect(Collectors.toSet());
    for (Asked word : asked) {
      Query met = met(word, query.wide(), stems);
      any.add(
          new BoostQuery(NamedMatches.wrapQuery(word.written(), met), (float) word.weight()),
          Occur.SHOULD);
    }
    for (TextQuery.Part part : query.parts()) {
      whole(part).ifPresent(phrase -> any.add(phrase, Occur.SHOULD));
    }
    return new Question(all.add(any.build(), Occur.MUST).build(), whole);
  }

  /** An entry that has all words of a short text is worth more than one that has some of each. */
  private Optional<Query> whole(TextQuery.Part part) {
    String language = TextLanguage.of(part.language());
    List<TextAnalysis.Token> tokens = analysis.tokens(part.text(), language);
    if (tokens.size() < 2 || tokens.size() > LONGEST_PHRASE) {
      return Optional.empty();
    }
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (TextAnalysis.Token token : tokens) {
      words.add(new DisjunctionMaxQuery(fields(token.stem(), language, 1), 0), Occur.MUST);
    }
    return Optional.of(new BoostQuery(words.build(), (float) (WHOLE * part.weight())));
  }

  /** A word that several parts say counts as in the one where it counts most. */
  private List<Asked> asked(TextQuery query) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    for (TextQuery.Part part : query.parts()) {
      String language = TextLanguage.of(part.language());
      List<TextAnalysis.Token> tokens = analysis.tokens(part.text(), language);
      for (int i = 0; i < tokens.size(); i++) {
        TextAnalysis.Token token = tokens.get(i);
        double weight = part.weight() * weights.of(token, language) * place(i, tokens.size());
        Asked word = new Asked(token.written(), token.stem(), language, weight);
        asked.merge(
            language + ' ' + word.stem(),
            word,
            (one, other) -> one.weight() >= other.weight() ? one : other);
      }
    }
    return List.copyOf(asked.values());
  }

  private static double place(int index, int words) {
    return words > 1 && words <= LONGEST_PHRASE ? OF_PHRASE : WordWeights.place(index, words);
  }

  private Query met(Asked word, boolean wide, Set<String> asked) {
    List<Query> ways = new ArrayList<>(fields(word.stem(), word.language(), 1));
    analysis.tokens(word.written(), TextAnalysis.PLAIN).stream()
        .map(TextAnalysis.Token::stem)
        .forEach(plain -> ways.add(in("plain_" + TextAnalysis.PLAIN, plain, PLAIN)));
    ways.add(in("parts_" + word.language(), word.stem(), PART));
    for (String part : compounds.parts(word.stem(), word.language())) {
      ways.addAll(fields(part, word.language(), PART));
    }
    if (wide && "en".equals(word.language())) {
      Thesaurus.Word known = weights.known(word.written(), word.stem());
      if (known != null) {
        likeMeanings(asked, known)
            .forEach(
                (other, share) ->
                    ways.add(
                        NamedMatches.wrapQuery(
                            word.written() + '\u0000' + other,
                            new DisjunctionMaxQuery(fields(other, "en", share), TIE))));
      }
      ways.add(in("kinds_en", word.stem(), WIDER));
      if (known != null) {
        for (String root : known.root()) {
          ways.add(in("kinds_en", analysis.english(root), WIDER * ROOT));
        }
      }
    }
    return new DisjunctionMaxQuery(ways, TIE);
  }

  /**
   * Stems of like meaning, each with what it counts against the word itself; without those that are
   * asked for anyway, lest one word of an entry counts as two that were asked for.
   */
  private Map<String, Double> likeMeanings(Set<String> asked, Thesaurus.Word known) {
    Map<String, Double> others = new TreeMap<>();
    known.same().forEach(other -> note(others, other, SAME));
    known.root().forEach(other -> note(others, other, ROOT));
    double share = WIDER;
    for (String wider : known.wider()) {
      note(others, wider, share);
      share *= 0.7;
    }
    known.near().forEach(other -> note(others, other, NEAR));
    others.keySet().removeAll(asked);
    return others;
  }

  private void note(Map<String, Double> others, String word, double share) {
    others.merge(analysis.english(word), share, Math::max);
  }

  private static List<Query> fields(String stem, String language, double share) {
    return List.of(
        in("title_" + language, stem, share * TITLE),
        in("tags_" + language, stem, share * TAG),
        in("text_" + language, stem, share * DESCRIPTION));
  }

  private static Query in(String field, String stem, double boost) {
    return new BoostQuery(new TermQuery(new Term(field, stem)), (float) boost);
  }
}
