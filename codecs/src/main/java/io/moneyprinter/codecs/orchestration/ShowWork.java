package io.moneyprinter.codecs.orchestration;

/** Asks for what is waiting and what is leased, over all jobs. */
public record ShowWork() {}
