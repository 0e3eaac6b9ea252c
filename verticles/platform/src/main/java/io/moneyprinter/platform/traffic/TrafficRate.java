package io.moneyprinter.platform.traffic;

import java.util.concurrent.atomic.LongAdder;

/** Counts something from any thread and tells how often it comes, as an exponential average. */
final class TrafficRate {
  /** Over which the average is taken, seconds. */
  private static final double WINDOW = 5;

  private final LongAdder count = new LongAdder();
  private long seen;
  private double rate;

  void count() {
    count.increment();
  }

  long total() {
    return count.sum();
  }

  /**
   * Takes in what came since the last time.
   *
   * @param seconds since then
   * @return per second
   */
  double tick(double seconds) {
    long now = count.sum();
    double fresh = (now - seen) / seconds;
    seen = now;
    rate += (1 - Math.exp(-seconds / WINDOW)) * (fresh - rate);
    return rate;
  }
}
