package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * An API key as it is stored.
 *
 * @param hash SHA-256 of the key's text
 * @param holder what its holder is called
 * @param role of its holder: a key never opens more
 * @param tier of the tenant
 * @param expiresAt {@code null} for never
 * @param revokedAt {@code null} while it is good
 */
record StoredKey(
    String prefix,
    byte[] hash,
    String tenant,
    String user,
    String holder,
    Role role,
    String tier,
    List<String> scopes,
    Instant expiresAt,
    Instant revokedAt) {

  /** Whether it was neither revoked nor has run out. */
  boolean good(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Whether it belongs to the service account of this name; {@code null} asks for none. */
  boolean fits(String service) {
    return service == null
        || role == Role.SERVICE && MessageDigest.isEqual(utf8(holder), utf8(service));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Compares in a time that does not depend on where the difference is. */
  boolean matches(byte[] otherHash) {
    return MessageDigest.isEqual(hash, otherHash);
  }
}
