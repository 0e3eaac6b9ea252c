package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An open session and what its holder is.
 *
 * @param tier of the tenant; {@code null} while the session is being opened
 * @param expiresAt its end at the latest
 */
record LiveSession(UUID id, String tenant, String user, Role role, String tier, Instant expiresAt) {
  /** On one line, for the cache. */
  String text() {
    return String.join(
        " ", tenant, user, role.name(), tier, Long.toString(expiresAt.toEpochMilli()));
  }

  /** Reads what {@link #text()} wrote; empty for anything else. */
  static Optional<LiveSession> parse(UUID id, String text) {
    String[] parts = text.split(" ");
    return parts.length == 5
        ? Optional.of(
            new LiveSession(
                id,
                parts[0],
                parts[1],
                Role.valueOf(parts[2]),
                parts[3],
                Instant.ofEpochMilli(Long.parseLong(parts[4]))))
        : Optional.empty();
  }
}
