package io.moneyprinter.codecs.materials;

/** Asks for the caller's collections. */
public record ListCollections() {}
