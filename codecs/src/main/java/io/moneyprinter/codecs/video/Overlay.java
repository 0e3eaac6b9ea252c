package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.materials.Picture;
import java.util.List;
import java.util.Objects;

/**
 * A picture over the base track: a picture in the picture, a logo, a watermark. Sizes and places
 * are shares of the canvas, so that one timeline serves every shape of it.
 *
 * @param start first frame on the timeline; in a segment counted from the segment's first, and
 *     negative when it began before
 * @param frames how long it shows
 * @param in where in the footage it begins, seconds; 0 for anything else
 * @param speed of footage, 0.25 to 4; absent for 1
 * @param fit how the picture fills its frame; absent for cover
 * @param grade its colours; may be {@code null}
 * @param width share of the canvas width, more than 0 to 4
 * @param height share of the canvas height; absent to keep the picture's shape
 * @param radius of round corners, share of the shorter side, 0 to 0.5 (a circle, of a square);
 *     absent for none
 * @param path at least one place; frames ascending
 */
public record Overlay(
    int start,
    int frames,
    Picture picture,
    double in,
    Double speed,
    Fit fit,
    Grade grade,
    double width,
    Double height,
    Double radius,
    List<Keyframe> path) {
  public Overlay {
    Objects.requireNonNull(picture, "picture");
    path = path == null ? List.of() : List.copyOf(path);
  }

  /** The same at another time. */
  public Overlay startingAt(int frame) {
    return new Overlay(frame, frames, picture, in, speed, fit, grade, width, height, radius, path);
  }
}
