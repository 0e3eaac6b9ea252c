package io.moneyprinter.codecs.batch;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a batch of which some rows cannot be made into videos. */
public enum OnInvalid {
  /** Nothing is begun, and everything that is wrong is told. */
  @JsonProperty("refuse")
  REFUSE,
  /** The other rows are made. */
  @JsonProperty("skip")
  SKIP
}
