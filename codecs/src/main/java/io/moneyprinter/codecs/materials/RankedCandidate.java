package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Objects;

/**
 * What was looked at for a scene, and what was thought of it.
 *
 * @param key what it is picked by, such as {@code pexels:857195} or {@code folder:sea.mp4}
 * @param score how well it fits, 0 to 1
 * @param reasons what the score rests on, for people
 * @param chosen whether the scene shows it
 */
public record RankedCandidate(
    String key, double score, List<String> reasons, boolean chosen, Candidate candidate) {
  public RankedCandidate {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(candidate, "candidate");
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }
}
