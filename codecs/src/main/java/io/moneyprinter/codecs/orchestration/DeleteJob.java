package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Deletes a job with its video, or takes that back. Only the tenant of the call may.
 *
 * @param restore {@code true} to take it back
 */
public record DeleteJob(String jobId, boolean restore) {
  public DeleteJob {
    Objects.requireNonNull(jobId, "jobId");
  }
}
