package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * A worker's wish to carry out a step it holds a ticket for.
 *
 * @param stepId from the ticket
 * @param node id of the node that would own the lease
 */
public record ClaimStep(String stepId, String node) {
  public ClaimStep {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(node, "node");
  }
}
