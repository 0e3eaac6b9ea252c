package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Starts a stopped job again. Only the tenant of the call may. */
public record ResumeJob(String jobId) {
  public ResumeJob {
    Objects.requireNonNull(jobId, "jobId");
  }
}
