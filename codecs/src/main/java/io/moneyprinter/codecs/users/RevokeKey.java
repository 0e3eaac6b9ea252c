package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Ends an API key, and every token that was traded for it.
 *
 * @param userId a service account of the tenant; {@code null} for the caller itself
 */
public record RevokeKey(String prefix, String userId) {
  public RevokeKey {
    Objects.requireNonNull(prefix, "prefix");
  }
}
