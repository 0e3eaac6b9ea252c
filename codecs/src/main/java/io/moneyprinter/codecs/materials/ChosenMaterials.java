package io.moneyprinter.codecs.materials;

import java.util.List;

/** One material for each scene, in the scenes' order. */
public record ChosenMaterials(List<SceneMaterial> scenes) {
  public ChosenMaterials {
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
  }
}
