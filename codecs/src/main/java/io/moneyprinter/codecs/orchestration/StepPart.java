package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * One part of a step, or another node's try at it.
 *
 * @param id of the row in the tables, which tickets name
 * @param part place in the fan-out, from 0
 * @param copy whether this is a second try beside the first
 * @param node that holds or held it; {@code null} for none yet
 * @param token of the lease; grows with each
 * @param leaseUntil when the lease runs out unless it is renewed; {@code null} when none is held
 * @param notBefore not to be tried again earlier; {@code null} for at once
 * @param waitsFor why no node can take it at present; {@code null} when one can
 */
public record StepPart(
    String id,
    int part,
    boolean copy,
    StepState state,
    int attempt,
    double progress,
    String node,
    long token,
    Instant leaseUntil,
    Instant notBefore,
    Instant startedAt,
    Instant finishedAt,
    String waitsFor) {
  public StepPart {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
  }
}
