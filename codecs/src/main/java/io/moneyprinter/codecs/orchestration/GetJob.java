package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Asks for one job. Only the tenant of the call finds it. */
public record GetJob(String jobId) {
  public GetJob {
    Objects.requireNonNull(jobId, "jobId");
  }
}
