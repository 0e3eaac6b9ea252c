package io.moneyprinter.orchestration.state;

import io.moneyprinter.orchestration.workflow.Needs;
import java.time.Duration;
import java.util.UUID;

/**
 * Which part of which step a row stands for; never changes.
 *
 * @param ordinal place of the step in its workflow
 * @param part from 0
 * @param address the task that is carried out
 * @param needs what it occupies while it runs
 * @param copyOf the part of which this is a second copy, for another node to try as well; {@code
 *     null} for the part itself
 */
public record StepPlace(
    String name,
    int ordinal,
    int part,
    boolean fansOut,
    String address,
    double weight,
    Duration timeout,
    Needs needs,
    UUID copyOf) {

  /** The same step's part number {@code other}. */
  StepPlace ofPart(int other) {
    return new StepPlace(name, ordinal, other, fansOut, address, weight, timeout, needs, null);
  }

  StepPlace copyOf(UUID original) {
    return new StepPlace(name, ordinal, part, fansOut, address, weight, timeout, needs, original);
  }
}
