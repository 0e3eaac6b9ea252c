package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Asks for what happened to a job of the call's tenant.
 *
 * @param after sequence number of the last event already seen; 0 for all
 */
public record ReplayEvents(String jobId, long after) {
  public ReplayEvents {
    Objects.requireNonNull(jobId, "jobId");
  }
}
