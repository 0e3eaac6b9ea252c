package io.moneyprinter.codecs.threat;

/** Asks about whom something is done at present. */
public record ListThreats() {}
