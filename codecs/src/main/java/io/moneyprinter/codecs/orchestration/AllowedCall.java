package io.moneyprinter.codecs.orchestration;

/**
 * A call may be made.
 *
 * @param expected what it is expected to cost, micro-USD; 0 where there is no price
 */
public record AllowedCall(long expected) {}
