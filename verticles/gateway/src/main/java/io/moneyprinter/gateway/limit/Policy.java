package io.moneyprinter.gateway.limit;

/**
 * How a bucket fills.
 *
 * @param name what it is counted by, as clients see it: {@code address}, {@code user}, {@code key}
 * @param rate tokens that flow in each second, above 0
 * @param burst most tokens that it holds, at least 1
 */
record Policy(String name, double rate, int burst) {
  /** Seconds in which an empty bucket fills, rounded up. */
  long window() {
    return (long) Math.ceil(burst / rate);
  }
}
