package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * A pool of a node.
 *
 * @param name as in the metrics
 * @param kind {@code worker} for threads, {@code http}, {@code sql}, ... for connections
 * @param busy threads or connections in use
 * @param waiting work that waits for one
 * @param size how many there are; {@code null} where that is not known
 */
public record PoolState(String name, String kind, int busy, int waiting, Integer size) {
  public PoolState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
