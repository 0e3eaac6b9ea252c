package io.moneyprinter.codecs.materials;

import java.time.Instant;
import java.util.List;

/** Where an asset was chosen, newest first. */
public record AssetUses(List<Use> uses) {
  /**
   * One scene of one video.
   *
   * @param video id of the video
   * @param scene index of the scene
   * @param version of the asset
   */
  public record Use(String video, int scene, int version, Instant chosenAt) {}

  public AssetUses {
    uses = List.copyOf(uses);
  }
}
