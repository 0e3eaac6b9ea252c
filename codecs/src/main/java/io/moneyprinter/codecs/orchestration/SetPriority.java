package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** Changes how soon the steps of a job are taken. Only the tenant of the call may. */
public record SetPriority(String jobId, Priority priority) {
  public SetPriority {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(priority, "priority");
  }
}
