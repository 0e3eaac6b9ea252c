package io.moneyprinter.codecs.analytics;

import io.moneyprinter.codecs.orchestration.StepState;
import java.util.Objects;

/**
 * How a step of a finished job went, its parts summed up.
 *
 * @param name as in the workflow
 * @param begun whether it was reached
 * @param seconds from the begin of its first part to the end of its last; {@code null} unless done
 * @param attempts the most that any part took
 */
public record StepUsage(String name, StepState state, boolean begun, Double seconds, int attempts) {
  public StepUsage {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }
}
