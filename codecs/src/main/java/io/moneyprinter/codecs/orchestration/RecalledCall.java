package io.moneyprinter.codecs.orchestration;

/**
 * What is known of a call.
 *
 * @param held false when the lease is lost: make no call
 * @param answer the kept answer as JSON; {@code null} when the call is to be made
 */
public record RecalledCall(boolean held, String answer) {}
