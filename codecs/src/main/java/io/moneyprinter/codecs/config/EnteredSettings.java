package io.moneyprinter.codecs.config;

import java.util.Map;

/**
 * Settings that were entered while nodes run.
 *
 * @param values by full key, as they were entered
 */
public record EnteredSettings(Map<String, String> values) {
  public EnteredSettings {
    values = values == null ? Map.of() : Map.copyOf(values);
  }

  /** Leaves the values out, for there are keys among them. */
  @Override
  public String toString() {
    return "EnteredSettings" + values.keySet();
  }
}
