package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.materials.meaning.Meanings;
import io.moneyprinter.materials.search.OpenIndex;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.source.CandidateRanker;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ranks what sources offer for a scene as files of the user's own are ranked. */
public final class SceneRanker implements CandidateRanker {
  private final TextAnalysis analysis;
  private final Set<String> lately;
  private final Meanings meanings;
  private final LookBook looks;

  /**
   * @param lately keys of what the tenant was shown lately
   * @param meanings takes what is found out about texts
   * @param looks takes what is found out about pictures
   */
  public SceneRanker(TextAnalysis analysis, Set<String> lately, Meanings meanings, LookBook looks) {
    this.looks = looks;
    this.analysis = analysis;
    this.meanings = meanings;
    this.lately = Set.copyOf(lately);
  }

  @Override
  public Future<Void> prepare(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
    List<String> texts = new ArrayList<>(List.of(SceneText.meaning(scene)));
    candidates.forEach(candidate -> texts.add(SceneText.meaning(candidate)));
    return meanings.learn(texts).compose(learned -> looks.learn(candidates));
  }

  @Override
  public Future<List<Ranked>> look(Scene scene, List<Ranked> best) {
    return looks
        .glimpse(best.stream().map(Ranked::candidate).toList())
        .map(done -> best.stream().map(one -> one.of(looks.seen(one.candidate()))).toList());
  }

  @Override
  public List<Ranked> rank(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    try (CandidateIndex index =
        new CandidateIndex(
            analysis,
            entries -> OpenIndex.alone(analysis, entries),
            candidates.stream().map(looks::seen).toList(),
            request.script().language(),
            request.canvas(),
            lately,
            meanings)) {
      return index.best(scene);
    }
  }
}
