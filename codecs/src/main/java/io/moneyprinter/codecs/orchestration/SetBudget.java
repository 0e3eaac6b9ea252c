package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Changes what a job may cost, also of one that is at an end, so that it can be resumed.
 *
 * @param budget in US dollars, more than 0; {@code null} for no limit of its own
 */
public record SetBudget(String jobId, Double budget) {
  public SetBudget {
    Objects.requireNonNull(jobId, "jobId");
  }
}
