package io.moneyprinter.codecs.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a time at which the run before has not come to its end. */
public enum Overlap {
  /** Both go on. */
  @JsonProperty("allow")
  ALLOW,
  /** The time is passed over. */
  @JsonProperty("skip")
  SKIP
}
