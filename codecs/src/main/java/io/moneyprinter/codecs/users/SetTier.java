package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Gives a tenant the allowance of a tier. */
public record SetTier(String tenant, String tier) {
  public SetTier {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(tier, "tier");
  }
}
