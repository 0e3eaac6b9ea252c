package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * A new API key.
 *
 * @param key the whole of it; stored nowhere and never shown again
 */
public record CreatedKey(ApiKeyInfo info, String key) {
  public CreatedKey {
    Objects.requireNonNull(info, "info");
    Objects.requireNonNull(key, "key");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "CreatedKey[]";
  }
}
