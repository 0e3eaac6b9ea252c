package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.JobCost;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money between people, who think in dollars, and the ledger, in micro-USD. */
final class Money {
  /**
   * More than any video costs: what is above is a typing mistake, and a sum of many never wraps.
   */
  static final double MOST_DOLLARS = 1e9;

  private Money() {}

  /**
   * @throws ArithmeticException when it is out of range
   */
  static long micros(double dollars) {
    if (!(Math.abs(dollars) <= MOST_DOLLARS)) {
      throw new ArithmeticException(dollars + " USD is out of range");
    }
    return Math.round(dollars * JobCost.MICROS);
  }

  /** Such as {@code 0.50 USD}; with as many digits as it takes, at least two. */
  static String text(long micros) {
    BigDecimal dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return (dollars.scale() < 2 ? dollars.setScale(2, RoundingMode.UNNECESSARY) : dollars)
            .toPlainString()
        + " "
        + JobCost.CURRENCY;
  }
}
