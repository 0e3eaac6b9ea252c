package io.moneyprinter.codecs.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The nodes, those that went lately among them.
 *
 * @param at when this was put together
 * @param nodes by name
 */
public record ClusterView(Instant at, List<NodeBeat> nodes) {
  public ClusterView {
    Objects.requireNonNull(at, "at");
    nodes = List.copyOf(nodes);
  }
}
