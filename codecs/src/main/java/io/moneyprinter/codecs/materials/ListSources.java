package io.moneyprinter.codecs.materials;

/** Asks which sources of pictures and clips there are. */
public record ListSources() {}
