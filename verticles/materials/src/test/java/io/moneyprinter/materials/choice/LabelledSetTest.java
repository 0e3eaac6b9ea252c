package io.moneyprinter.materials.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.TextHit;
import io.moneyprinter.materials.search.TextIndex;
import io.moneyprinter.materials.search.Thesaurus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelledSetTest {
  @Test
  void mostSentencesAreShownWhatTheySpeakOf() {
    LabelledSet set = LabelledSet.read();
    TextIndex index = new TextIndex(new TextAnalysis(Thesaurus.load()));
    index.put(set.entries());
    Map<String, String> titles = new HashMap<>();
    set.entries().forEach(e -> titles.put(e.id(), e.title() + " " + e.tags()));
    Map<String, int[]> counts = new HashMap<>();
    for (LabelledSet.Sentence sentence : set.sentences()) {
      Scene scene = new Scene(0, sentence.text(), sentence.terms(), null);
      List<TextHit> hits = index.search(SceneText.query(scene, sentence.language()), 0, 40);
      int first = 99;
      for (int i = 0; i < hits.size(); i++) {
        if (sentence.fitting().contains(hits.get(i).id())) {
          first = Math.min(first, i);
        }
      }
      int[] count = counts.computeIfAbsent(sentence.file(), f -> new int[3]);
      count[0]++;
      count[1] += first < 1 ? 1 : 0;
      count[2] += first < 3 ? 1 : 0;
      if (first > 0) {
        System.out.println((first < 3 ? "~ " : "X ") + first + sentence.text() + sentence.terms());
        for (TextHit hit :
            hits.stream()
                .filter(h -> hits.indexOf(h) < 4 || sentence.fitting().contains(h.id()))
                .toList()) {
          System.out.printf(
              "    %s %.3f %s %s%n",
              sentence.fitting().contains(hit.id()) ? "+" : "-",
              hit.score(),
              titles.get(hit.id()),
              hit.words());
        }
      }
    }
    counts.forEach((f, c) -> System.out.println(f + " " + c[0] + " " + c[1] + " " + c[2]));
    assertThat(set.entries()).hasSizeGreaterThanOrEqualTo(1000);
  }
}
