package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * An amount of something and its price.
 *
 * @param provider whose price it is, such as {@code openai}; {@code local} for own machines
 * @param microUsd the money, in millionths of a United States dollar; negative for a refund
 * @param priced whether there is a price for it; without one the money is 0
 */
public record CostLine(
    String provider, CostUnit unit, double quantity, long microUsd, boolean priced) {
  public CostLine {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(unit, "unit");
  }
}
