package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.materials.Provenance;
import java.util.List;

/**
 * Whose work is in a video, and on what terms: the form of {@code licenses.json}.
 *
 * @param version form of this record
 * @param seconds length of the video
 * @param assets pictures in the order in which they first show
 * @param music {@code null} for none
 * @param texts what the script was made from
 */
record Licences(
    int version,
    String title,
    double seconds,
    List<Asset> assets,
    Provenance music,
    List<Provenance> texts) {
  static final int VERSION = 1;

  /**
   * One picture or clip.
   *
   * @param kind {@code footage}, {@code still} or {@code generated}
   * @param sha256 of its file; {@code null} for what is drawn
   * @param bytes of its file; {@code null} for what is drawn
   * @param seconds that it shows in all, blends included
   * @param uses where
   */
  record Asset(
      Provenance provenance,
      String kind,
      String sha256,
      Long bytes,
      double seconds,
      List<Use> uses) {}

  /**
   * One time that it shows.
   *
   * @param scene index of the scene; -1 for none
   * @param start in the video, seconds
   * @param in where in the clip it begins, seconds
   * @param seconds how long
   */
  record Use(int scene, double start, double in, double seconds) {}
}
