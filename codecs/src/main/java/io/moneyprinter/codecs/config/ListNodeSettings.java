package io.moneyprinter.codecs.config;

/** Asks for every setting of a node, as it holds. */
public record ListNodeSettings() {}
