package io.moneyprinter.codecs.monitoring;

/** Asks a node for all that it knows of itself. */
public record InspectNode() {}
