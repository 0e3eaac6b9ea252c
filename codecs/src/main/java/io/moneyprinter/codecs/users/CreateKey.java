package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Makes an API key.
 *
 * @param scopes what it is to be good for; empty for reading and writing videos
 * @param expiresAt {@code null} for never
 * @param userId a service account of the tenant; {@code null} for the caller itself
 * @param granted scopes of the credential that asks: a key gets no others
 */
public record CreateKey(
    String name, List<String> scopes, Instant expiresAt, String userId, List<String> granted) {
  public CreateKey {
    Objects.requireNonNull(name, "name");
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
    granted = granted == null ? List.of() : List.copyOf(granted);
  }
}
