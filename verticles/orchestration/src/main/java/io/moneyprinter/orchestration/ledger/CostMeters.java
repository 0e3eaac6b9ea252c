package io.moneyprinter.orchestration.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostUnit;
import java.util.Collection;
import java.util.Locale;

/**
 * Counts what is booked: {@code cost_micro_usd_total} and {@code cost_quantity_total}, by provider
 * and unit, and {@code cost_unpriced_total} for entries without a price.
 */
final class CostMeters {
  private final MeterRegistry meters;

  CostMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** After the entries are durable. */
  void count(Collection<CostLine> lines) {
    for (CostLine line : lines) {
      count("cost.micro.usd", line, line.microUsd());
      count("cost.quantity", line, line.quantity());
      if (!line.priced()) {
        count("cost.unpriced", line, 1);
      }
    }
  }

  private void count(String name, CostLine line, double amount) {
    meters.counter(name, "provider", line.provider(), "unit", word(line.unit())).increment(amount);
  }

  private static String word(CostUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
