package io.moneyprinter.platform.node;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a node leaves politely: whatever takes work takes no more, what is running may finish within
 * a time limit, and the rest is handed over to the other nodes. It cannot be taken back. Safe to
 * use from any thread.
 */
public final class Drain {
  /** How far a node is with leaving. */
  public enum State {
    /** It takes work. */
    SERVING,
    /** It takes no more, and finishes what is running. */
    DRAINING,
    /** It holds no work and may be stopped. */
    DRAINED
  }

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final Duration patience;
  private final List<Supplier<Future<Void>>> workers = new CopyOnWriteArrayList<>();
  private final AtomicReference<Future<Void>> begun = new AtomicReference<>();

  /**
   * @param patience how long running work may go on, before it is handed over
   */
  public Drain(Duration patience) {
    this.patience = patience;
  }

  /** How long running work may go on, before it is handed over. */
  public Duration patience() {
    return patience;
  }

  /** How far the node is; it only ever goes on. */
  public State state() {
    Future<Void> draining = begun.get();
    if (draining == null) {
      return State.SERVING;
    }
    return draining.isComplete() ? State.DRAINED : State.DRAINING;
  }

  /**
   * Adds something that takes work. One that comes while the node is leaving is stopped at once.
   *
   * @param stop takes no more work, lets what is running finish for so long, hands over the rest
   * @return stops it, once, however often and from wherever it is asked
   */
  public Supplier<Future<Void>> add(Function<Duration, Future<Void>> stop) {
    Supplier<Future<Void>> once = new Once(() -> stop.apply(patience));
    workers.add(once);
    if (begun.get() != null) {
      once.get();
    }
    return once;
  }

  /** Forgets something that was added and stopped, because its service is gone. */
  public void remove(Supplier<Future<Void>> stopped) {
    workers.remove(stopped);
  }

  /** Begins to leave, if that has not begun; done when nothing is held any more. Never fails. */
  public Future<Void> begin() {
    return begun.updateAndGet(earlier -> earlier == null ? all() : earlier);
  }

  private Future<Void> all() {
    return Future.join(workers.stream().map(Supplier::get).toList())
        .<Void>mapEmpty()
        .recover(
            cause -> {
              LOG.warn("Work could not be handed over; it goes on when its leases end", cause);
              return Future.succeededFuture();
            });
  }

  private static final class Once implements Supplier<Future<Void>> {
    private final Supplier<Future<Void>> action;
    private Future<Void> done;

    Once(Supplier<Future<Void>> action) {
      this.action = action;
    }

    @Override
    public synchronized Future<Void> get() {
      if (done == null) {
        done = action.get();
      }
      return done;
    }
  }
}
