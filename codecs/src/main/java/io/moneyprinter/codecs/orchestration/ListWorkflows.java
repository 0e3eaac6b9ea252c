package io.moneyprinter.codecs.orchestration;

/** Asks which workflows a video can follow. */
public record ListWorkflows() {}
