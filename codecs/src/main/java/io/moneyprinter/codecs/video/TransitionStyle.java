package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one scene gives way to the next. All but a cut take half a second. */
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
  /** An edge uncovers the next picture, moving to the left. */
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
  /** A growing circle of the next picture. */
  @JsonProperty("circle-open")
  CIRCLE_OPEN,
  /** A shrinking circle of the old picture. */
  @JsonProperty("circle-close")
  CIRCLE_CLOSE,
  /** Into the middle of the old picture, which blends away. */
  @JsonProperty("zoom-in")
  ZOOM_IN,
  /** Another one at every join, drawn from the seed: never a cut, never the same twice running. */
  @JsonProperty("shuffle")
  SHUFFLE
}
