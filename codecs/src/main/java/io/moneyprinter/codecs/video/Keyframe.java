package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where an overlay is at one moment. Between two of them it moves; before the first and after the
 * last it stands still.
 *
 * @param frame counted from the overlay's own first frame
 * @param x centre, 0 left edge of the canvas to 1 right edge; outside of that it leaves the canvas
 * @param y centre, 0 top edge to 1 bottom edge
 * @param scale factor on the overlay's size, 0.01 to 10; absent for 1
 * @param opacity 0 unseen to 1; absent for 1
 * @param easing how it moves from here to the next; absent for smooth
 */
public record Keyframe(int frame, double x, double y, Double scale, Double opacity, Easing easing) {
  /** Courses of a move. */
  public enum Easing {
    @JsonProperty("linear")
    LINEAR,
    /** Sets out and arrives gently. */
    @JsonProperty("smooth")
    SMOOTH,
    /** Sets out at once, arrives gently. */
    @JsonProperty("out")
    OUT,
    /** Stays, then jumps. */
    @JsonProperty("hold")
    HOLD
  }

  public Keyframe {
    scale = scale == null ? 1.0 : scale;
    opacity = opacity == null ? 1.0 : opacity;
    easing = easing == null ? Easing.SMOOTH : easing;
  }
}
