package io.moneyprinter.materials.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.materials.meaning.Meanings;
import io.moneyprinter.materials.search.OpenIndex;
import io.moneyprinter.materials.search.SearchEntry;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.Thesaurus;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Matching as a whole, judged on sentences and entries that a person labelled. */
class LabelledSetTest {
  private final LabelledSet set = LabelledSet.read();
  private final TextAnalysis analysis = new TextAnalysis(Thesaurus.load());
  private final Map<String, CandidateIndex> indexes = new HashMap<>();

  @Test
  void mostSentencesAreShownWhatTheySpeakOfAndNothingTwice() {
    int sentences = set.sentences().size();
    assertThat(sentences).isGreaterThanOrEqualTo(120);
    assertThat(set.entries()).hasSizeGreaterThanOrEqualTo(1000);
    Map<Integer, List<Ranked>> offers = new TreeMap<>();
    Judged judged = judge(set.sentences(), offers);

    assertThat(judged.first()).as(judged.report()).isGreaterThanOrEqualTo(0.80);
    assertThat(judged.third()).as(judged.report()).isGreaterThanOrEqualTo(0.95);
    // Each of 123 scenes of one video gets a clip of its own, for there are enough for all.
    assertThat(Assignment.of(offers, Set.of()).values())
        .extracting(one -> one.candidate().key())
        .hasSize(sentences)
        .doesNotHaveDuplicates();
  }

  @Test
  void sentencesThatNoWeightWasTunedOnAreShownWhatTheySpeakOfNearlyAsOften() {
    List<LabelledSet.Sentence> held = set.heldOut();
    assertThat(held).hasSizeGreaterThanOrEqualTo(60);
    assertThat(held)
        .extracting(LabelledSet.Sentence::text)
        .doesNotContainAnyElementsOf(
            set.sentences().stream().map(LabelledSet.Sentence::text).toList());

    Judged judged = judge(held, new TreeMap<>());

    // 91 and 106 of 115 when they were last looked at: 79 % and 92 %.
    assertThat(judged.first()).as(judged.report()).isGreaterThanOrEqualTo(0.76);
    assertThat(judged.third()).as(judged.report()).isGreaterThanOrEqualTo(0.89);
  }

  /** Shares of sentences whose first candidate fits, and one of whose first three does. */
  private record Judged(double first, double third, String report) {}

  private Judged judge(List<LabelledSet.Sentence> sentences, Map<Integer, List<Ranked>> offers) {
    StringBuilder report = new StringBuilder();
    int first = 0;
    int third = 0;
    for (int i = 0; i < sentences.size(); i++) {
      LabelledSet.Sentence sentence = sentences.get(i);
      Scene scene = new Scene(i, sentence.text(), sentence.terms(), null);
      List<Ranked> ranked = index(sentence.language()).best(scene);
      offers.put(i, ranked);
      List<String> best = ranked.stream().limit(3).map(one -> one.candidate().id()).toList();
      boolean top = !best.isEmpty() && sentence.fitting().contains(best.get(0));
      boolean near = best.stream().anyMatch(sentence.fitting()::contains);
      first += top ? 1 : 0;
      third += near ? 1 : 0;
      if (!top) {
        report.append("%n%s %s -> %s".formatted(near ? "~" : "X", sentence.text(), titles(best)));
      }
    }
    report.insert(0, "top 1: %d, top 3: %d of %d".formatted(first, third, sentences.size()));
    double all = sentences.size();
    return new Judged(first / all, third / all, report.toString());
  }

  @AfterEach
  void close() {
    indexes.values().forEach(CandidateIndex::close);
  }

  private CandidateIndex index(String language) {
    return indexes.computeIfAbsent(
        language,
        key ->
            new CandidateIndex(
                analysis,
                entries -> OpenIndex.alone(analysis, entries),
                set.entries().stream().map(LabelledSetTest::candidate).toList(),
                key,
                Canvas.PORTRAIT,
                Set.of(),
                Meanings.none()));
  }

  private List<String> titles(List<String> ids) {
    return set.entries().stream()
        .filter(entry -> ids.contains(entry.id()))
        .map(SearchEntry::title)
        .toList();
  }

  private static Candidate candidate(SearchEntry entry) {
    return new Candidate(
        "test",
        entry.id(),
        entry.title(),
        entry.description(),
        entry.tags(),
        null,
        null,
        "CC0-1.0",
        null,
        null,
        Candidate.Kind.VIDEO,
        null,
        List.of(),
        null,
        null);
  }
}
