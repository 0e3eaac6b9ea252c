package io.moneyprinter.codecs.video;

import java.util.Objects;

/** Checks the timeline of a brief and cuts it into segments. */
public record PlanTimeline(VideoBrief brief) {
  public PlanTimeline {
    Objects.requireNonNull(brief, "brief");
  }
}
