package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.Violation;
import java.util.List;
import java.util.Objects;

/**
 * Why a job failed.
 *
 * @param step the step that failed
 * @param message what happened and what to do about it
 */
public record JobFailure(
    FailureCode code, String step, String message, List<Violation> violations) {
  public JobFailure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(message, "message");
    violations = violations == null ? List.of() : List.copyOf(violations);
  }
}
