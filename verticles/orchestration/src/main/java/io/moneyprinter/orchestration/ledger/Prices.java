package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.JobCost;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What things cost, as the operator wrote it. A provider may be written with what it offers behind
 * a {@code /} or {@code :}, such as {@code openai/tts-1}; without a price of its own that has the
 * provider's.
 */
public final class Prices {
  private final String version;
  private final Map<String, Map<CostUnit, Double>> micros;

  /**
   * @param micros micro-USD for one of a unit, by provider
   */
  Prices(String version, Map<String, Map<CostUnit, Double>> micros) {
    this.version = version;
    this.micros = Map.copyOf(micros);
  }

  /** Kept with every entry. */
  String version() {
    return version;
  }

  /** Micro-USD for one of the unit. */
  Optional<Double> price(String provider, CostUnit unit) {
    for (String name = provider; !name.isEmpty(); name = broader(name)) {
      Double price = micros.getOrDefault(name, Map.of()).get(unit);
      if (price != null) {
        return Optional.of(price);
      }
    }
    return Optional.empty();
  }

  private static String broader(String name) {
    return name.substring(0, Math.max(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'))));
  }

  /** What a cost comes to, to the nearest micro-USD; 0 where there is no price. */
  Priced of(Cost cost) {
    Optional<Double> price = price(cost.provider(), cost.unit());
    double money = price.orElse(0.0) * cost.quantity();
    if (money > Money.MOST_DOLLARS * JobCost.MICROS) {
      throw new ArithmeticException("A cost out of all measure: " + cost);
    }
    return new Priced(cost, price.orElse(null), Math.round(money));
  }

  static long sum(Collection<Priced> all) {
    return all.stream().mapToLong(Priced::micros).sum();
  }
}
