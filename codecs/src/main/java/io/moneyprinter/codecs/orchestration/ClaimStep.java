package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * A worker's wish to carry out a step it holds a ticket for.
 *
 * @param stepId from the ticket
 * @param node id of the node that would own the lease
 * @param held what the worker keeps free for it already; {@code null} from an older node
 */
public record ClaimStep(String stepId, String node, Capacity held) {
  public ClaimStep {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(node, "node");
  }

  /** By a worker that keeps nothing in particular free. */
  public ClaimStep(String stepId, String node) {
    this(stepId, node, null);
  }
}
