package io.moneyprinter.codecs.analytics;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks how many jobs came to a good end, and where others failed, of the jobs that ended from
 * {@code from} (inclusive) to {@code to} (exclusive).
 *
 * @param everybody all tenants together, for operators; else the tenant of the call
 */
public record ShowSuccess(Instant from, Instant to, boolean everybody) {
  public ShowSuccess {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
