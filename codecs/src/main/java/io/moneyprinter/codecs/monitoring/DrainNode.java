package io.moneyprinter.codecs.monitoring;

/** Asks a node to take no more work and to hand over what it holds. */
public record DrainNode() {}
