package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Asks for the segments of one job. Only the tenant of the call finds it. */
public record ShowSegments(String jobId) {
  public ShowSegments {
    Objects.requireNonNull(jobId, "jobId");
  }
}
