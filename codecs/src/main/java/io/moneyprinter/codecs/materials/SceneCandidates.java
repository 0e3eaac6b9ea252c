package io.moneyprinter.codecs.materials;

import java.util.List;

/**
 * What was looked at for a scene, best first.
 *
 * @param scene index of the scene
 * @param candidates empty where nothing was found that has a word in common with it
 */
public record SceneCandidates(int scene, List<RankedCandidate> candidates) {
  public SceneCandidates {
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
  }
}
