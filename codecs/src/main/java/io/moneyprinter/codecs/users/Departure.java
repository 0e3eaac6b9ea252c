package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody's account is no more, and nothing of them is to be kept.
 *
 * @param number above 0; rises in the order in which the departures can be seen
 * @param tenantGone whether it was the last of its tenant, which is gone too
 * @param at when the account was deleted
 */
public record Departure(
    long number, String tenant, String subject, boolean tenantGone, Instant at) {
  public Departure {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(at, "at");
  }
}
