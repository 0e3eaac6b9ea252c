package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import io.moneyprinter.codecs.materials.Picture;

/** What a picture on any track must be like. */
final class PictureRules {
  private PictureRules() {}

  /**
   * @param pointer of what shows the picture
   */
  static void check(Faults faults, String pointer, Picture picture, double in, Double speed) {
    if (picture instanceof Picture.Named named) {
      faults.when(
          blank(named.media()), pointer + "/picture/media", "must name a file of the collection");
    } else if (picture instanceof Picture.Footage footage) {
      faults.when(
          in >= footage.seconds(),
          pointer + "/in",
          "must be less than %.2f seconds, for the footage is no longer"
              .formatted(footage.seconds()));
    } else {
      faults.when(in > 0, pointer + "/in", "must be 0, for only footage begins later");
      faults.when(
          speed != null && speed != 1, pointer + "/speed", "is for footage only: leave it out");
    }
    if (picture instanceof Picture.Generated drawn) {
      for (int i = 0; i < drawn.colors().size(); i++) {
        faults.color(pointer + "/picture/colors/" + i, drawn.colors().get(i));
      }
    }
  }
}
