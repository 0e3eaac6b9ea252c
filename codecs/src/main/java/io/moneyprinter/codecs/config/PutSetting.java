package io.moneyprinter.codecs.config;

import java.util.Objects;

/**
 * Writes a setting.
 *
 * @param value any JSON text
 * @param expectedVersion the version it replaces, 0 for none yet; another is a {@code CONFLICT};
 *     {@code null} to write whatever is there
 */
public record PutSetting(String key, String value, Integer expectedVersion) {
  public PutSetting {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}
