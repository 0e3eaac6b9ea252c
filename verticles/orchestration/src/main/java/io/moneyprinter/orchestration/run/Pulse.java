package io.moneyprinter.orchestration.run;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something at once when woken, and every so often in case a waking was missed; never twice at
 * the same time. May be woken from any thread.
 */
public final class Pulse {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final Vertx vertx;
  private final Context context;
  private final String what;
  private final Supplier<Future<?>> pass;
  private final long timer;
  private Future<?> running = Future.succeededFuture();
  private boolean again;
  private boolean closed;

  /**
   * Begins. Has to be called on the event loop that the passes are to run on.
   *
   * @param what for the log, such as {@code look for lost leases}
   */
  public Pulse(Vertx vertx, String what, Duration every, Supplier<Future<?>> pass) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.what = what;
    this.pass = pass;
    this.timer = vertx.setPeriodic(Math.max(1, every.toMillis()), tick -> beat());
  }

  public void wake() {
    context.runOnContext(go -> beat());
  }

  private void beat() {
    if (closed) {
      return;
    }
    if (!running.isComplete()) {
      again = true;
      return;
    }
    again = false;
    running = attempt().onComplete(done -> next());
  }

  private Future<?> attempt() {
    Future<?> attempt;
    try {
      attempt = pass.get();
    } catch (RuntimeException e) {
      attempt = Future.failedFuture(e);
    }
    return attempt.onFailure(
        cause -> LOG.warn("Could not {}; trying again soon: {}", what, cause.getMessage()));
  }

  private void next() {
    if (again) {
      wake();
    }
  }

  /** Ends it; done when the pass under way is. */
  public Future<?> close() {
    closed = true;
    vertx.cancelTimer(timer);
    return running.transform(any -> Future.succeededFuture());
  }
}
