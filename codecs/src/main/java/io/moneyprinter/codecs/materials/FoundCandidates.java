package io.moneyprinter.codecs.materials;

import java.util.List;

/**
 * What was found for a scene.
 *
 * @param candidates best first; empty where nothing fits
 * @param notes what went otherwise than asked, for people, such as a source that did not answer
 */
public record FoundCandidates(List<RankedCandidate> candidates, List<String> notes) {
  public FoundCandidates {
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }
}
