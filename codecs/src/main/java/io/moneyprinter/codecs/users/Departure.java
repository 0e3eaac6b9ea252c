package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody's account is no more. Of whoever left nothing is to be kept; of whoever was taken out by
 * an admin, nothing that is theirs alone, while what they made stays their tenant's without their
 * name.
 *
 * @param number above 0; rises in the order in which the departures can be seen
 * @param tenantGone whether it was the last of its tenant, which is gone too
 * @param at when the account was deleted
 * @param removed whether an admin took them out; {@code null}, from an older node, for no
 */
public record Departure(
    long number, String tenant, String subject, boolean tenantGone, Instant at, Boolean removed) {
  public Departure {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(at, "at");
    removed = Boolean.TRUE.equals(removed);
  }

  /** Somebody left of their own accord. */
  public Departure(long number, String tenant, String subject, boolean tenantGone, Instant at) {
    this(number, tenant, subject, tenantGone, at, false);
  }
}
