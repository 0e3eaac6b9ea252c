package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/** Asks how long a video would be and how long it would take to make, without ordering it. */
public record EstimateTime(VideoBrief brief) {
  public EstimateTime {
    Objects.requireNonNull(brief, "brief");
  }
}
