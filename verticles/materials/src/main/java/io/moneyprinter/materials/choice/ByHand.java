package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import java.util.ArrayList;
import java.util.List;

/** What a person picked for a scene, with the score that it has all the same. Pure. */
final class ByHand {
  private static final String REASON = "picked by hand";

  private ByHand() {}

  /**
   * @param others ranked candidates of the scene, which may hold the picked one
   */
  static Ranked ranked(Candidate picked, List<Ranked> others) {
    for (Ranked other : others) {
      if (other.candidate().key().equals(picked.key())) {
        List<String> reasons = new ArrayList<>(List.of(REASON));
        reasons.addAll(other.reasons());
        return new Ranked(picked, other.score(), reasons);
      }
    }
    return new Ranked(picked, 0, List.of(REASON));
  }
}
