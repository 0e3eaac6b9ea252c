package io.moneyprinter.codecs.monitoring;

/** Asks for the nodes that there are. */
public record ShowCluster() {}
