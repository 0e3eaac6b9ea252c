package io.moneyprinter.notification;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work again and again: at once when told, as long as there is more, and every now
 * and then. Never two pieces at a time. Of one event loop.
 */
public final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Vertx vertx;
  private final String what;
  private final Duration period;
  private final Supplier<Future<Boolean>> piece;
  private Future<?> underWay = Future.succeededFuture();
  private long timer;
  private boolean working;
  private boolean again;
  private boolean closed;

  /**
   * @param what for the log, such as "send e-mails"
   * @param piece does some of it; whether there may be more
   */
  public Rounds(Vertx vertx, String what, Duration period, Supplier<Future<Boolean>> piece) {
    this.vertx = vertx;
    this.what = what;
    this.period = period;
    this.piece = piece;
  }

  public void start() {
    timer = vertx.setPeriodic(period.toMillis(), tick -> wake());
    wake();
  }

  /** Looks now; a call while it is at work makes it look once more. */
  public void wake() {
    if (closed) {
      return;
    }
    if (working) {
      again = true;
      return;
    }
    working = true;
    underWay =
        piece
            .get()
            .onComplete(
                done -> {
                  working = false;
                  if (done.failed()) {
                    LOG.warn("Could not {}, again in {}", what, period, done.cause());
                  } else if (done.result() || again) {
                    again = false;
                    wake();
                  }
                });
  }

  /** Takes nothing more; done when what is under way is. */
  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(timer);
    return underWay.transform(any -> Future.succeededFuture());
  }
}
