package io.moneyprinter.launcher.node;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened one after the other, to be closed in the reverse order; once, by a thread that
 * waits for all of it. One that fails does not keep the others open.
 */
final class Closings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

  private final Deque<Runnable> open = new ConcurrentLinkedDeque<>();
  private boolean closed;

  /** Adds what was just opened. */
  void add(Runnable close) {
    open.push(close);
  }

  /**
   * Adds what was just opened.
   *
   * @param limit how long its end is waited for
   */
  void add(Supplier<Future<?>> close, Duration limit) {
    add(() -> await(close.get(), limit));
  }

  /** Closes all of it; whoever comes second finds it done or being done. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    for (Runnable next = open.poll(); next != null; next = open.poll()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        LOG.warn("Something did not stop in order", e);
      }
    }
  }

  /**
   * Waits, on a plain thread.
   *
   * @throws IllegalStateException it is not there within the limit
   */
  static <T> T await(Future<T> future, Duration limit) {
    try {
      return future.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Not done within " + limit.toSeconds() + " s", e);
    }
  }
}
