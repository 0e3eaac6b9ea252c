package io.moneyprinter.codecs.config;

/** Asks for all settings that were entered while nodes run; only nodes ask this. */
public record GetEntered() {}
