package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/** Asks what a video would cost, without ordering it. */
public record EstimateCost(VideoBrief brief) {
  public EstimateCost {
    Objects.requireNonNull(brief, "brief");
  }
}
