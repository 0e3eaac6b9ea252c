package io.moneyprinter.speech.provider;

import io.moneyprinter.platform.tasks.TaskContext;

/** Work that nobody watches; cancelled once it got so far. */
public record Unwatched(java.util.concurrent.atomic.AtomicReference<Double> done, double cancelAt)
    implements TaskContext {
  public static Unwatched work() {
    return cancelledAt(Double.MAX_VALUE);
  }

  /** Work that is cancelled when it reports this progress. */
  public static Unwatched cancelledAt(double fraction) {
    return new Unwatched(new java.util.concurrent.atomic.AtomicReference<>(0.0), fraction);
  }

  @Override
  public void progress(double fraction) {
    done.set(fraction);
  }

  @Override
  public boolean cancelled() {
    return done.get() >= cancelAt;
  }

  @Override
  public void onCancel(Runnable stop) {
    // Providers ask between sentences.
  }
}
