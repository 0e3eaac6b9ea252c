package io.moneyprinter.codecs.video;

/** Asks a node what it can encode and draw with. */
public record ListCapabilities() {}
