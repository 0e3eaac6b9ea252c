package io.moneyprinter.codecs.config;

import java.util.Map;
import java.util.Objects;

/**
 * Tries the connection to an outside service by one question that costs nothing.
 *
 * @param settings to try instead of those that hold, as in {@link ChangeOutside}; none are kept
 */
public record TestOutside(String name, Map<String, String> settings) {
  public TestOutside {
    Objects.requireNonNull(name, "name");
    settings = settings == null ? Map.of() : Map.copyOf(settings);
  }

  /** Leaves the values out, for there are keys among them. */
  @Override
  public String toString() {
    return "TestOutside[" + name + ", " + settings.keySet() + "]";
  }
}
