package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Ends one-time codes for the caller.
 *
 * @param code one-time or recovery code
 */
public record DisableTotp(String password, String code) {
  public DisableTotp {
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(code, "code");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "DisableTotp[]";
  }
}
