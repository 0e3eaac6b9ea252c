package io.moneyprinter.codecs.config;

import java.time.Instant;
import java.util.Objects;

/**
 * A setting at one version.
 *
 * @param key dotted, lower case, such as {@code video.watermark}
 * @param value any JSON text
 * @param version 1, 2, 3 …
 * @param changedBy subject of the call that wrote it
 */
public record Setting(String key, String value, int version, Instant changedAt, String changedBy) {
  public Setting {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(changedBy, "changedBy");
  }
}
