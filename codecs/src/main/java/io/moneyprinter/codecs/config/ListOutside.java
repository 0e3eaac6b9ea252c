package io.moneyprinter.codecs.config;

/** Asks for the outside services that may be set up, and how each of them is. */
public record ListOutside() {}
