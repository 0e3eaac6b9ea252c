package io.moneyprinter.codecs.orchestration;

import java.util.List;

/**
 * What was spent in some days.
 *
 * @param microUsd all of it, in millionths of a United States dollar
 * @param lines by provider and unit
 */
public record SpanCosts(long microUsd, List<CostLine> lines) {
  public SpanCosts {
    lines = List.copyOf(lines);
  }
}
