package io.moneyprinter.codecs.analytics;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks how far jobs came, of the jobs that ended from {@code from} (inclusive) to {@code to}
 * (exclusive).
 *
 * @param everybody all tenants together, for operators; else the tenant of the call
 */
public record ShowFunnel(Instant from, Instant to, boolean everybody) {
  public ShowFunnel {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
