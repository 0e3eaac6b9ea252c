package io.moneyprinter.users;

import io.moneyprinter.platform.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits as text. Stored is only its hash: so many random bits need no slow one.
 *
 * @param text the secret itself, 43 characters of base64url
 */
record Secret(String text) {
  private static final int BYTES = 32;

  static Secret generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 of the text. */
  byte[] hash() {
    return Sha256.of(text);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
