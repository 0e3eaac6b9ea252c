package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Does a step of a job that is at an end anew, and everything after it. Only the tenant of the call
 * may.
 *
 * @param from name of the step
 */
public record RetryJob(String jobId, String from) {
  public RetryJob {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(from, "from");
  }
}
