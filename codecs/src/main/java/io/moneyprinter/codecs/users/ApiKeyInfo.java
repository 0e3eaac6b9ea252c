package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An API key, without its secret.
 *
 * @param prefix what it is known by: {@code mp_<prefix>_…}
 * @param expiresAt {@code null} for never
 * @param lastUsedAt to the minute; {@code null} for never
 * @param revokedAt {@code null} while it is good
 */
public record ApiKeyInfo(
    String prefix,
    String name,
    String userId,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    Instant lastUsedAt,
    Instant revokedAt) {
  public ApiKeyInfo {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(createdAt, "createdAt");
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }
}
