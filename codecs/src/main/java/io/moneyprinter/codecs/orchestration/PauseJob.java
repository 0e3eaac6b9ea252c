package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Begins no further step of a job until it is resumed. Only the tenant of the call may. */
public record PauseJob(String jobId) {
  public PauseJob {
    Objects.requireNonNull(jobId, "jobId");
  }
}
