package io.moneyprinter.codecs.monitoring;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a node feels.
 *
 * @param status {@code healthy} or {@code degraded}
 * @param failing the checks that fail, with the reason why
 */
public record NodeHealth(String status, Map<String, String> failing) {
  public NodeHealth {
    Objects.requireNonNull(status, "status");
    failing = failing == null ? Map.of() : new TreeMap<>(failing);
  }
}
