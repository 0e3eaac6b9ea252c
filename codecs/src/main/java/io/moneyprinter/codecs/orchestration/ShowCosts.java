package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Asks for the ledger of one job. */
public record ShowCosts(String jobId) {
  public ShowCosts {
    Objects.requireNonNull(jobId, "jobId");
  }
}
