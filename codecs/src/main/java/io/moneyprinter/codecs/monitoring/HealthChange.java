package io.moneyprinter.codecs.monitoring;

import java.time.Instant;
import java.util.Objects;

/**
 * A check of a node began to say something else.
 *
 * @param check {@code service.name}
 * @param outcome {@code ok}, or the reason why not
 */
public record HealthChange(Instant at, String check, String outcome) {
  public HealthChange {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(outcome, "outcome");
  }
}
