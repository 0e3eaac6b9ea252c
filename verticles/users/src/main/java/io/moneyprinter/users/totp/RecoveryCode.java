package io.moneyprinter.users.totp;

import io.moneyprinter.platform.digest.Sha256;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code for when the authenticator is lost: 80 random bits, so that a plain hash is enough.
 *
 * @param text four groups of four letters and digits
 */
public record RecoveryCode(String text) {
  private static final int BYTES = 10;

  public static RecoveryCode generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RecoveryCode(Base32.encode(bytes).replaceAll("(.{4})(?=.)", "$1-"));
  }

  /** SHA-256, however the code is spaced and written. */
  public byte[] hash() {
    String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return Sha256.of(plain);
  }

  /** Never shows the code. */
  @Override
  public String toString() {
    return "RecoveryCode[…]";
  }
}
