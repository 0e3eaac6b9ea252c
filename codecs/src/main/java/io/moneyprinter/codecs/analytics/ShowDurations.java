package io.moneyprinter.codecs.analytics;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks how long jobs and their steps took, of the jobs that ended from {@code from} (inclusive) to
 * {@code to} (exclusive).
 *
 * @param everybody all tenants together, for operators; else the tenant of the call
 */
public record ShowDurations(Instant from, Instant to, boolean everybody) {
  public ShowDurations {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
