package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * The ledger of one job.
 *
 * @param budget the most it may cost, in micro-USD, as its owner said; {@code null} for no limit
 * @param estimate what the estimate is made of
 * @param entries in order of time
 */
public record JobCosts(
    String jobId, JobCost cost, Long budget, List<CostLine> estimate, List<CostEntry> entries) {
  public JobCosts {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(cost, "cost");
    estimate = estimate == null ? List.of() : List.copyOf(estimate);
    entries = entries == null ? List.of() : List.copyOf(entries);
  }
}
