package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * A node says how many tasks of a queue it carries out at once. It says so again every now and
 * then; who falls silent is not counted on for long.
 *
 * @param node id of the node
 * @param queue {@link io.moneyprinter.codecs.bus.Task#queue()}
 * @param slots 0 when the node takes no more work
 * @param capacity all that the node has for one task of the queue; {@code null} from an older node
 */
public record OfferSlots(String node, String queue, int slots, Capacity capacity) {
  public OfferSlots {
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(queue, "queue");
  }

  /** Without a word about memory and graphics processors. */
  public OfferSlots(String node, String queue, int slots) {
    this(node, queue, slots, null);
  }
}
