package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Optional;

/**
 * One material for each scene, in the scenes' order.
 *
 * @param notes what went otherwise than asked, for people, such as a source that did not answer
 * @param more second pictures of scenes whose sentence is too long for one, each for its later half
 */
public record ChosenMaterials(
    List<SceneMaterial> scenes, List<String> notes, List<SceneMaterial> more) {
  public ChosenMaterials {
    more = more == null ? List.of() : List.copyOf(more);
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /** One picture for each scene. */
  public ChosenMaterials(List<SceneMaterial> scenes, List<String> notes) {
    this(scenes, notes, List.of());
  }

  /** The second picture of a scene. */
  public Optional<SceneMaterial> second(int scene) {
    return more.stream().filter(material -> material.scene() == scene).findFirst();
  }

  /** What a scene shows: that of its pictures, or its first one when it is neither. */
  public SceneMaterial showing(int scene, Picture picture) {
    return second(scene)
        .filter(material -> material.picture().equals(picture))
        .orElseGet(() -> scenes.get(scene));
  }

  /** With nothing to be said. */
  public ChosenMaterials(List<SceneMaterial> scenes) {
    this(scenes, List.of());
  }
}
