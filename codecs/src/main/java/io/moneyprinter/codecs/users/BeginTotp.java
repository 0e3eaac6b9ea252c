package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Begins to set up one-time codes for the caller (RFC 6238); they hold once one is confirmed. */
public record BeginTotp(String password) {
  public BeginTotp {
    Objects.requireNonNull(password, "password");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "BeginTotp[]";
  }
}
