package io.moneyprinter.orchestration.state;

import java.time.Instant;

/**
 * What the queue was told about a part of a step.
 *
 * @param notBefore not to be claimed earlier
 * @param at when its newest ticket was put
 * @param count tickets put since it became ready
 */
public record Ticketing(Instant notBefore, Instant at, int count) {
  static final Ticketing NONE = new Ticketing(null, null, 0);
}
