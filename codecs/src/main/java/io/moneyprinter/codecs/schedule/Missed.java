package io.moneyprinter.codecs.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of times that passed while no node was there. */
public enum Missed {
  /** They are passed over. */
  @JsonProperty("skip")
  SKIP,
  /** One run is made up for, however many times passed. */
  @JsonProperty("once")
  ONCE
}
