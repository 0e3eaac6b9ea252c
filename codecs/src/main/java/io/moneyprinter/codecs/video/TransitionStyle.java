package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How one scene gives way to the next. All but a cut last for the frames in which two clips
 * overlap, see {@link Clip#lead()}.
 */
public enum TransitionStyle {
  /** Both pictures blend. */
  @JsonProperty("fade")
  FADE,
  /** A hard cut. */
  @JsonProperty("cut")
  CUT,
  /** Down to black, and up again. */
  @JsonProperty("fade-black")
  FADE_BLACK,
  /** Up to white, and down again. */
  @JsonProperty("fade-white")
  FADE_WHITE,
  /** Point by point, as grains. */
  @JsonProperty("dissolve")
  DISSOLVE,
  /** A sharp edge uncovers the next picture, moving to the left. */
  @JsonProperty("wipe-left")
  WIPE_LEFT,
  @JsonProperty("wipe-right")
  WIPE_RIGHT,
  @JsonProperty("wipe-up")
  WIPE_UP,
  @JsonProperty("wipe-down")
  WIPE_DOWN,
  /** The next picture pushes the old one out to the left. */
  @JsonProperty("slide-left")
  SLIDE_LEFT,
  @JsonProperty("slide-right")
  SLIDE_RIGHT,
  @JsonProperty("slide-up")
  SLIDE_UP,
  @JsonProperty("slide-down")
  SLIDE_DOWN,
  /** A soft edge, as wide as the picture, sweeps to the left; it sets out and arrives gently. */
  @JsonProperty("smooth-left")
  SMOOTH_LEFT,
  @JsonProperty("smooth-right")
  SMOOTH_RIGHT,
  @JsonProperty("smooth-up")
  SMOOTH_UP,
  @JsonProperty("smooth-down")
  SMOOTH_DOWN,
  /** A growing circle of the next picture. */
  @JsonProperty("circle-open")
  CIRCLE_OPEN,
  /** A shrinking circle of the old picture. */
  @JsonProperty("circle-close")
  CIRCLE_CLOSE,
  /** A growing rectangle of the next picture. */
  @JsonProperty("rect-open")
  RECT_OPEN,
  /** A shrinking rectangle of the old picture. */
  @JsonProperty("rect-close")
  RECT_CLOSE,
  /** A hand turns clockwise once around the middle, from the top, and uncovers the next picture. */
  @JsonProperty("radial")
  RADIAL,
  /** Into the middle of the old picture, which blends away. */
  @JsonProperty("zoom-in")
  ZOOM_IN,
  /** Out of the middle of the next picture, while the old one blends away. */
  @JsonProperty("zoom-out")
  ZOOM_OUT,
  /** The old picture breaks into ever larger squares, which become the next one and shrink. */
  @JsonProperty("pixelize")
  PIXELIZE,
  /** The old picture loses focus, and the next one finds it. */
  @JsonProperty("blur")
  BLUR,
  /** Another one at every join, drawn from the seed: never a cut, never the same twice running. */
  @JsonProperty("shuffle")
  SHUFFLE
}
