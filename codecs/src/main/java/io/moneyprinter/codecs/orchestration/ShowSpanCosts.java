package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Asks what was spent from one day to another.
 *
 * @param from such as {@code 2026-01-31}, in UTC, inclusive
 * @param to exclusive
 * @param everybody all tenants together, for operators; else the tenant of the call
 */
public record ShowSpanCosts(String from, String to, boolean everybody) {
  public ShowSpanCosts {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
