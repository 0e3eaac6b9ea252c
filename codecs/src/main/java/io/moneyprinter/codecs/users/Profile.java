package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.Objects;

/**
 * An account.
 *
 * @param email {@code null} for service accounts, and for an owner who never set one
 * @param multiFactor whether logging in takes a one-time code
 */
public record Profile(
    String id,
    String tenant,
    String email,
    boolean emailVerified,
    String name,
    Role role,
    boolean hasPassword,
    boolean multiFactor,
    Instant createdAt) {
  public Profile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
