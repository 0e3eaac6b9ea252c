package io.moneyprinter.codecs.queue;

/**
 * @param count how many dead letters were found and dealt with
 */
public record DeadLetterCount(int count) {}
