package io.moneyprinter.codecs.materials;

import java.util.List;

/** What was looked at for each scene of a video; empty before its pictures are chosen. */
public record VideoCandidates(List<SceneCandidates> scenes) {
  public VideoCandidates {
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
  }
}
