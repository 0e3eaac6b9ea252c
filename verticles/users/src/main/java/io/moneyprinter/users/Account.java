package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A person or a program of a tenant, as stored.
 *
 * @param email in small letters; {@code null} for none
 * @param verifiedAt when the address was proven; {@code null} while it is not
 * @param passwordHash {@code null} for none
 * @param multiFactor whether logging in takes a one-time code
 */
record Account(
    String tenant,
    String id,
    String email,
    Instant verifiedAt,
    String name,
    Role role,
    String passwordHash,
    boolean multiFactor,
    Instant createdAt) {

  Optional<String> password() {
    return Optional.ofNullable(passwordHash);
  }

  boolean verified() {
    return verifiedAt != null;
  }

  Profile profile() {
    return new Profile(
        id, tenant, email, verified(), name, role, passwordHash != null, multiFactor, createdAt);
  }

  /** Never shows the hash. */
  @Override
  public String toString() {
    return "Account[" + tenant + "/" + id + "]";
  }
}
