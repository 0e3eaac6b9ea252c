package io.moneyprinter.codecs.speech;

/** Asks for all speech providers and the state they are in. */
public record ListProviders() {}
