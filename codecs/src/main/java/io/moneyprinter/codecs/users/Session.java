package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.Objects;

/**
 * Where somebody is logged in.
 *
 * @param lastUsedAt when its tokens were last renewed
 * @param current whether it is the one that asks
 */
public record Session(
    String id,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String address,
    String agent,
    boolean current) {
  public Session {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(lastUsedAt, "lastUsedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
