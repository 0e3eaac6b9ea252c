package io.moneyprinter.testsupport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a condition holds. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Await() {}

  /** Returns once the condition holds; an {@link AssertionError} naming it after the limit. */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    until(what, limit, PAUSE, condition);
  }

  /**
   * The same for a condition that is dear to look at.
   *
   * @param pause between two looks
   */
  public static void until(String what, Duration limit, Duration pause, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Still not so after " + limit + ": " + what);
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
