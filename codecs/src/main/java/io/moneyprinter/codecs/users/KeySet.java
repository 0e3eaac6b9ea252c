package io.moneyprinter.codecs.users;

import java.util.List;
import java.util.Objects;

/** Public keys (RFC 7517). */
public record KeySet(List<Key> keys) {
  /**
   * An RSA public key.
   *
   * @param n modulus, base64url
   * @param e exponent, base64url
   */
  public record Key(String kid, String kty, String alg, String use, String n, String e) {
    public Key {
      Objects.requireNonNull(kid, "kid");
    }
  }

  public KeySet {
    keys = List.copyOf(keys);
  }
}
