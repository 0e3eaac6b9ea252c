package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Asks for the workflow graph of a job, whosever it is. */
public record InspectJob(String jobId) {
  public InspectJob {
    Objects.requireNonNull(jobId, "jobId");
  }
}
