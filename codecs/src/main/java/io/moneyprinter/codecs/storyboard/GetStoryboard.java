package io.moneyprinter.codecs.storyboard;

import java.util.Objects;

/** Asks for the storyboard of a video of the caller's tenant. */
public record GetStoryboard(String jobId) {
  public GetStoryboard {
    Objects.requireNonNull(jobId, "jobId");
  }
}
