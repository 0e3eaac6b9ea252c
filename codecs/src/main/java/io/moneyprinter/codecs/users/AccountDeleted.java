package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Told when an account was deleted, so that whoever keeps something of it looks at {@link
 * AccountMessages#DEPARTURES} at once.
 *
 * @param tenantGone whether it was the last of its tenant, which is gone too
 */
public record AccountDeleted(String tenant, String subject, boolean tenantGone) {
  public AccountDeleted {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
  }
}
