package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.source.CandidateRanker;
import java.util.List;
import java.util.Set;

/** Ranks what sources offer for a scene as files of the user's own are ranked. */
public final class SceneRanker implements CandidateRanker {
  private final TextAnalysis analysis;
  private final Set<String> lately;

  /**
   * @param lately keys of what the tenant was shown lately
   */
  public SceneRanker(TextAnalysis analysis, Set<String> lately) {
    this.analysis = analysis;
    this.lately = Set.copyOf(lately);
  }

  @Override
  public List<Ranked> rank(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    try (CandidateIndex index =
        new CandidateIndex(
            analysis, candidates, request.script().language(), request.canvas(), lately)) {
      return index.best(scene);
    }
  }
}
