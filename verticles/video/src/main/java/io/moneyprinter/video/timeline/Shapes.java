package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;

/** The shapes of pictures. */
final class Shapes {
  private Shapes() {}

  /** Height over width; 1 for what is drawn into any shape. */
  static double ratio(Picture picture) {
    if (picture instanceof Picture.Footage footage) {
      return footage.height() / (double) footage.width();
    }
    return picture instanceof Picture.Still still ? still.height() / (double) still.width() : 1;
  }
}
