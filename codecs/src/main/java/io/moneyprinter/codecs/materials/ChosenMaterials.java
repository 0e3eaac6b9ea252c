package io.moneyprinter.codecs.materials;

import java.util.List;

/**
 * One material for each scene, in the scenes' order.
 *
 * @param notes what went otherwise than asked, for people, such as a source that did not answer
 */
public record ChosenMaterials(List<SceneMaterial> scenes, List<String> notes) {
  public ChosenMaterials {
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /** With nothing to be said. */
  public ChosenMaterials(List<SceneMaterial> scenes) {
    this(scenes, List.of());
  }
}
