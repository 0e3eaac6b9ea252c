package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.materials.Picture;
import java.util.Objects;

/**
 * A picture on the base track. It shows alone from {@code start + lead} to {@code start + frames};
 * for its first {@code lead} frames it blends with the clip before, which goes on for as long.
 *
 * @param scene index of the scene it belongs to; -1 for none, as of an intro
 * @param start first frame on the timeline
 * @param frames how many frames until the next clip starts
 * @param lead frames of blending with the clip before, 0 for a cut
 * @param tail frames it goes on while the next clip blends in
 * @param in where in the footage it begins, seconds; 0 for anything else
 * @param motion move over a still; {@code null} for anything else
 * @param title words shown large; may be {@code null}
 * @param transition how the clip before gives way in the first {@code lead} frames; {@code null}
 *     for a plain fade, and where there is no lead
 * @param speed of footage, 0.25 to 4; {@code null} for 1
 * @param fit how the picture fills the canvas; {@code null} for cover, the middle in view
 * @param grade its colours; {@code null} to leave them
 */
public record Clip(
    int scene,
    int start,
    int frames,
    int lead,
    int tail,
    Picture picture,
    double in,
    Motion motion,
    String title,
    TransitionStyle transition,
    Double speed,
    Fit fit,
    Grade grade) {
  public Clip {
    Objects.requireNonNull(picture, "picture");
    if (start < 0 || frames < 1 || lead < 0 || lead > frames || tail < 0 || in < 0) {
      throw new IllegalArgumentException("Not a clip: start " + start + ", frames " + frames);
    }
    if (transition == TransitionStyle.CUT || transition == TransitionStyle.SHUFFLE) {
      throw new IllegalArgumentException("Not a transition of two clips: " + transition);
    }
    // One form only, so that equal clips have equal keys.
    transition = lead == 0 || transition == TransitionStyle.FADE ? null : transition;
    speed = speed == null || speed == 1 ? null : speed;
    fit = Fit.DEFAULT.equals(fit) ? null : fit;
  }

  /** A clip at its own speed, in its own colours, that fills the canvas. */
  public Clip(
      int scene,
      int start,
      int frames,
      int lead,
      int tail,
      Picture picture,
      double in,
      Motion motion,
      String title,
      TransitionStyle transition) {
    this(
        scene, start, frames, lead, tail, picture, in, motion, title, transition, null, null, null);
  }

  /** Its speed, 1 where none is said. */
  public double pace() {
    return speed == null ? 1 : speed;
  }
}
