package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Proves that an e-mail address is the person's own.
 *
 * @param token from the letter
 */
public record VerifyEmail(String token) {
  public VerifyEmail {
    Objects.requireNonNull(token, "token");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "VerifyEmail[]";
  }
}
