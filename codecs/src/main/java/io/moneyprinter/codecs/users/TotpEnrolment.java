package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * What an authenticator app needs.
 *
 * @param secret base32, for typing
 * @param uri {@code otpauth://}, for a QR code
 */
public record TotpEnrolment(String secret, String uri) {
  public TotpEnrolment {
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(uri, "uri");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "TotpEnrolment[]";
  }
}
