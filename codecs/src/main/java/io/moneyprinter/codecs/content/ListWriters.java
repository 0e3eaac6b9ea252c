package io.moneyprinter.codecs.content;

/** Asks who could write a script to a topic. */
public record ListWriters() {}
