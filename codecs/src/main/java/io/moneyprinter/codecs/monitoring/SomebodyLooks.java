package io.moneyprinter.codecs.monitoring;

/**
 * Somebody looks at the cluster: nodes that hear this give signs of life more often for a while.
 *
 * @param node id of the node that says so
 */
public record SomebodyLooks(String node) {}
