package io.moneyprinter.notification;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the history bounded: removes old events every so often, never two sweeps at once. */
final class EventSweeper {
  private static final Logger LOG = LoggerFactory.getLogger(EventSweeper.class);

  private final Vertx vertx;
  private final EventStore store;
  private final Duration keep;
  private final Duration every;
  private long timer;
  private boolean closed;

  EventSweeper(Vertx vertx, EventStore store, Duration keep, Duration every) {
    this.vertx = vertx;
    this.store = store;
    this.keep = keep;
    this.every = every;
  }

  /** Begins to sweep; call on the event loop that closes it too. */
  void start() {
    timer = vertx.setTimer(every.toMillis(), due -> sweep().onComplete(done -> startAgain()));
  }

  Future<Void> close() {
    closed = true;
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }

  private void startAgain() {
    if (!closed) {
      start();
    }
  }

  private Future<Integer> sweep() {
    return store
        .sweep(keep)
        .compose(gone -> gone < EventStore.SWEEP_PORTION ? Future.succeededFuture(gone) : sweep())
        .onFailure(
            cause ->
                LOG.warn(
                    "Old events were not removed, again in {}: {}", every, cause.getMessage()));
  }
}
