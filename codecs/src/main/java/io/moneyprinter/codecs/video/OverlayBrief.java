package io.moneyprinter.codecs.video;

import java.util.List;

/**
 * A picture to lay over the video, as a user asks for it.
 *
 * @param media name of a file in the collection; required
 * @param start seconds from the beginning; absent for the beginning
 * @param seconds how long; absent to stay until the end
 * @param in where in the clip it begins, seconds
 * @param x centre, 0 left to 1 right; absent for 0.5
 * @param y centre, 0 top to 1 bottom; absent for 0.5
 * @param width share of the canvas width; absent for 0.3
 * @param height share of the canvas height; absent to keep the picture's shape
 * @param opacity 0 to 1; absent for 1
 * @param radius of round corners, share of the shorter side, 0 to 0.5
 * @param fit how the picture fills its frame
 * @param grade its colours
 * @param path moves, in seconds from the overlay's start; goes before x, y and opacity
 */
public record OverlayBrief(
    String media,
    Double start,
    Double seconds,
    Double in,
    Double x,
    Double y,
    Double width,
    Double height,
    Double opacity,
    Double radius,
    Fit fit,
    Grade grade,
    List<Move> path) {
  /** Where it is at one moment. See {@link Keyframe} for the ranges. */
  public record Move(
      double at, double x, double y, Double scale, Double opacity, Keyframe.Easing easing) {}

  public OverlayBrief {
    start = start == null ? 0.0 : start;
    in = in == null ? 0.0 : in;
    x = x == null ? 0.5 : x;
    y = y == null ? 0.5 : y;
    width = width == null ? 0.3 : width;
    opacity = opacity == null ? 1.0 : opacity;
    path = path == null ? List.of() : List.copyOf(path);
  }
}
