package io.moneyprinter.codecs.monitoring;

/** Asks a node for the samples that it keeps. */
public record ListSamples() {}
