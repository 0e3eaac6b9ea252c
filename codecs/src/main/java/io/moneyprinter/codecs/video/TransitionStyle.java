package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one scene gives way to the next. */
public enum TransitionStyle {
  /** Both pictures blend over half a second. */
  @JsonProperty("fade")
  FADE,
  /** A hard cut. */
  @JsonProperty("cut")
  CUT
}
