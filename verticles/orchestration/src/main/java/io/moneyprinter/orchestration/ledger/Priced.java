package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostLine;

/**
 * A cost with what it comes to.
 *
 * @param price micro-USD for one of the unit; {@code null} where there is none
 * @param micros the money
 */
record Priced(Cost cost, Double price, long micros) {
  CostLine line() {
    return new CostLine(cost.provider(), cost.unit(), cost.quantity(), micros, price != null);
  }
}
