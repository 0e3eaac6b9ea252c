package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.Violation;
import java.util.List;
import java.util.Objects;

/**
 * Reports that a step could not be carried out.
 *
 * @param handedBack the node gives the lease back, because it is stopping ({@code CANCELLED}) or
 *     because only other nodes can do the step: no attempt is counted
 */
public record FailStep(
    String stepId,
    long token,
    FailureCode code,
    String message,
    List<Violation> violations,
    boolean handedBack) {
  public FailStep {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    violations = violations == null ? List.of() : List.copyOf(violations);
  }
}
