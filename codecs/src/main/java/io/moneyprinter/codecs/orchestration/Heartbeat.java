package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Keeps a lease and reports how far the step is.
 *
 * @param progress 0 to 1
 */
public record Heartbeat(String stepId, long token, double progress) {
  public Heartbeat {
    Objects.requireNonNull(stepId, "stepId");
  }
}
