package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.vertx.core.Future;
import java.util.List;

/** Says which of the candidates fit a scene, and how well. */
@FunctionalInterface
public interface CandidateRanker {
  /**
   * A candidate that fits.
   *
   * @param score 0 to 1
   * @param reasons what the score rests on, for people
   */
  record Ranked(Candidate candidate, double score, List<String> reasons) {
    public Ranked {
      reasons = List.copyOf(reasons);
    }

    /** The same of the candidate after somebody looked at it. */
    public Ranked of(Candidate seen) {
      return new Ranked(seen, score, reasons);
    }
  }

  /** Finds out what ranking these needs and has to be asked elsewhere. */
  default Future<Void> prepare(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
    return Future.succeededFuture();
  }

  /** Looks at the best ones of a scene; the same in their order, with what was found out. */
  default Future<List<Ranked>> look(Scene scene, List<Ranked> best) {
    return Future.succeededFuture(best);
  }

  /** Those that fit well enough to be shown, best first. Runs on a worker thread. */
  List<Ranked> rank(ChooseMaterials request, Scene scene, List<Candidate> candidates);
}
