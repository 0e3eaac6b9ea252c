package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Told when what somebody may do has changed: nothing remembered about it holds any longer. */
public record CredentialsChanged(String tenant, String subject) {
  public CredentialsChanged {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
  }
}
