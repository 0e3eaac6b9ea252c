package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * A circuit breaker of a node.
 *
 * @param kind {@code provider} for services outside, {@code gateway} for addresses of the bus,
 *     {@code tts} for voices
 * @param name of what it watches
 * @param state {@code closed}, {@code half-open} or {@code open}
 */
public record BreakerState(String kind, String name, String state) {
  public BreakerState {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }
}
