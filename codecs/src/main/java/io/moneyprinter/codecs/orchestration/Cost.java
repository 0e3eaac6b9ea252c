package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * An amount of something that costs. What it costs in money follows from the operator's prices.
 *
 * @param provider whose price holds, such as {@code openai}; {@code local} for own machines
 * @param quantity not negative
 */
public record Cost(String provider, CostUnit unit, double quantity) {
  public Cost {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(unit, "unit");
    if (!(quantity >= 0)) {
      throw new IllegalArgumentException("A cost is not negative: " + quantity);
    }
  }
}
