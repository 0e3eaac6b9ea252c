package io.moneyprinter.codecs.config;

import java.util.Map;
import java.util.Objects;

/**
 * Enters settings of an outside service while the nodes run.
 *
 * @param settings by the last part of their key, such as {@code api-key}; an empty text takes back
 *     what was entered
 */
public record ChangeOutside(String name, Map<String, String> settings) {
  public ChangeOutside {
    Objects.requireNonNull(name, "name");
    settings = settings == null ? Map.of() : Map.copyOf(settings);
  }

  /** Leaves the values out, for there are keys among them. */
  @Override
  public String toString() {
    return "ChangeOutside[" + name + ", " + settings.keySet() + "]";
  }
}
