package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * A node is no longer there.
 *
 * @param node its id
 * @param orderly whether it said so itself; else the others noticed
 */
public record NodeGone(String node, boolean orderly) {
  public NodeGone {
    Objects.requireNonNull(node, "node");
  }
}
