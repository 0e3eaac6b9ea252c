package io.moneyprinter.orchestration.state;

import io.moneyprinter.orchestration.workflow.Needs;
import java.time.Duration;

/**
 * Which part of which step a row stands for; never changes.
 *
 * @param ordinal place of the step in its workflow
 * @param part from 0
 * @param address the task that is carried out
 * @param needs what it occupies while it runs
 */
public record StepPlace(
    String name,
    int ordinal,
    int part,
    boolean fansOut,
    String address,
    double weight,
    Duration timeout,
    Needs needs) {

  /** The same step's part number {@code other}. */
  StepPlace ofPart(int other) {
    return new StepPlace(name, ordinal, other, fansOut, address, weight, timeout, needs);
  }
}
