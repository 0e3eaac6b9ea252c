package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.materials.Picture;
import java.util.Objects;

/**
 * Asks for a small still, JPEG, of what a scene shows.
 *
 * @param picture not one by name
 * @param canvas its shape decides how something drawn looks; a file keeps its own
 */
public record ShowPicture(Picture picture, Canvas canvas) {
  public ShowPicture {
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(canvas, "canvas");
  }
}
