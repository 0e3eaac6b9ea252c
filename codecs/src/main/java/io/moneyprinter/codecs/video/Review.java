package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** At which point the making of a video waits until its owner agrees. */
public enum Review {
  /** At none. */
  @JsonProperty("none")
  NONE,
  /** When the script is written and cut into scenes, before anything is spoken or rendered. */
  @JsonProperty("storyboard")
  STORYBOARD,
  /** When every scene has its voice and its picture, before anything is rendered. */
  @JsonProperty("scenes")
  SCENES
}
