package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * A person's decision on a step that waits for one. Only the tenant of the call may decide.
 *
 * @param step its name; {@code null} where the job has only one such step
 * @param approved whether the job may go on
 * @param comment for people, at most 2,000 characters; may be {@code null}
 */
public record DecideStep(String jobId, String step, boolean approved, String comment) {
  public DecideStep {
    Objects.requireNonNull(jobId, "jobId");
  }
}
