package io.moneyprinter.codecs.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * A file that must not be removed.
 *
 * @param key of the file
 * @param setBy a user, a key, or {@code system}
 */
public record LegalHold(String key, String reason, String setBy, Instant setAt) {
  public LegalHold {
    Objects.requireNonNull(key, "key");
  }
}
