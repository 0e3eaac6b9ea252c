package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks again, after growing pauses, as long as a lease may be held and the failure may pass. For
 * one question.
 */
final class Patience {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 4_000;

  private final Vertx vertx;
  private final BooleanSupplier stopped;
  private final boolean beyond;
  private final long leaseNanos;
  private final long end;
  private long stoppedAt;

  /**
   * @param stopped whether the lease is lost
   * @param beyond whether to go on for the time of one lease after it is lost
   */
  Patience(
      Vertx vertx, int leaseSeconds, int stepSeconds, BooleanSupplier stopped, boolean beyond) {
    this.vertx = vertx;
    this.stopped = stopped;
    this.beyond = beyond;
    leaseNanos = TimeUnit.SECONDS.toNanos(leaseSeconds);
    end = System.nanoTime() + TimeUnit.SECONDS.toNanos(stepSeconds) + leaseNanos;
  }

  <T> Future<T> ask(Supplier<Future<T>> question) {
    return ask(question, FIRST_PAUSE_MILLIS);
  }

  private <T> Future<T> ask(Supplier<Future<T>> question, long pause) {
    return question
        .get()
        .recover(
            cause ->
                ServiceFailure.from(cause).code().retryable() && mayGoOn()
                    ? vertx
                        .timer(pause)
                        .compose(again -> ask(question, Math.min(2 * pause, LONGEST_PAUSE_MILLIS)))
                    : Future.failedFuture(cause));
  }

  private synchronized boolean mayGoOn() {
    long now = System.nanoTime();
    if (now - end >= 0) {
      return false;
    }
    if (!stopped.getAsBoolean()) {
      return true;
    }
    if (stoppedAt == 0) {
      stoppedAt = now;
    }
    return beyond && now - stoppedAt < leaseNanos;
  }
}
