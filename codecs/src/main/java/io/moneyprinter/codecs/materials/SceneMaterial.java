package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Objects;

/**
 * The picture chosen for a scene, and why.
 *
 * @param scene index of the scene
 * @param score how well it fits, 0 to 1
 * @param reasons what the score rests on, for people
 */
public record SceneMaterial(
    int scene, Picture picture, double score, List<String> reasons, Provenance provenance) {
  public SceneMaterial {
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(provenance, "provenance");
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /** The same picture, judged otherwise. */
  public SceneMaterial judged(double otherScore, List<String> otherReasons) {
    return new SceneMaterial(scene, picture, otherScore, otherReasons, provenance);
  }
}
