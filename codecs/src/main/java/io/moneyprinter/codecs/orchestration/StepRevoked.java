package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** A lease was taken away (its job was cancelled): whoever works on the step stops at once. */
public record StepRevoked(String stepId, long token) {
  public StepRevoked {
    Objects.requireNonNull(stepId, "stepId");
  }
}
