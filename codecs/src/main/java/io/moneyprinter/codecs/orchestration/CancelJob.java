package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Calls a job off. Only the tenant of the call may. */
public record CancelJob(String jobId) {
  public CancelJob {
    Objects.requireNonNull(jobId, "jobId");
  }
}
