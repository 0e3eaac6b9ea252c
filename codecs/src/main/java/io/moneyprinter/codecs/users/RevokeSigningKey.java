package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Takes a signing key out at once, with every token that it signed: for one that leaked. */
public record RevokeSigningKey(String kid) {
  public RevokeSigningKey {
    Objects.requireNonNull(kid, "kid");
  }
}
