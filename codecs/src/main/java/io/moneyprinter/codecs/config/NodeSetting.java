package io.moneyprinter.codecs.config;

import java.util.Objects;

/**
 * A setting of a node.
 *
 * @param value what holds, as it was written; {@code null} for a secret
 * @param origin where it was written; {@code null} for its default
 * @param doc what it does
 * @param allowed what it takes
 * @param usual its default; empty for none
 * @param present whether anything holds
 */
public record NodeSetting(
    String key,
    String value,
    String origin,
    String doc,
    String allowed,
    String usual,
    boolean secret,
    boolean present) {
  public NodeSetting {
    Objects.requireNonNull(key, "key");
  }
}
