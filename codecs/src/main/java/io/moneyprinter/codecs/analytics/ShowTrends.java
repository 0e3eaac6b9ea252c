package io.moneyprinter.codecs.analytics;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks how the days from {@code from} (inclusive) to {@code to} (exclusive) went.
 *
 * @param everybody all tenants together, for operators; else the tenant of the call
 * @param zone whose days, such as {@code Europe/Berlin}; {@code null} for UTC
 */
public record ShowTrends(Instant from, Instant to, boolean everybody, String zone) {
  public ShowTrends {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
