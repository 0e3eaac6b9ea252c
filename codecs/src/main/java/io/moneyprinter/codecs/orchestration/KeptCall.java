package io.moneyprinter.codecs.orchestration;

/**
 * An answer is kept.
 *
 * @param held false when the lease is lost: stop the work at once
 * @param answer the answer of an equal call that came first, as JSON; {@code null} when this one
 *     stays
 */
public record KeptCall(boolean held, String answer) {}
