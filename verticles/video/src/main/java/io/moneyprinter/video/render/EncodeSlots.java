package io.moneyprinter.video.render;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * How many segments are encoded at once: processors and graphics hardware each have places of their
 * own, so that neither waits for the other. First come, first served. Safe for many threads.
 */
public final class EncodeSlots {
  private final Places processors;
  private final Places graphics;

  /**
   * @param processors encoders at once on the processors, at least 1
   * @param graphics encoders at once on graphics hardware, at least 1
   */
  public EncodeSlots(int processors, int graphics) {
    this.processors = new Places(processors);
    this.graphics = new Places(graphics);
  }

  /** Runs work once there is a place for it, which is free again when the work has ended. */
  <T> Future<T> hold(boolean hardware, Supplier<Future<T>> work) {
    Places places = hardware ? graphics : processors;
    return places
        .take()
        .compose(
            taken ->
                Future.succeededFuture()
                    .compose(begin -> work.get())
                    .onComplete(done -> places.giveBack()));
  }

  /** A counting semaphore whose waiting costs no thread. */
  private static final class Places {
    private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
    private int free;

    Places(int free) {
      if (free < 1) {
        throw new IllegalArgumentException("There has to be a place for one encoder at least");
      }
      this.free = free;
    }

    synchronized Future<Void> take() {
      if (free > 0) {
        free--;
        return Future.succeededFuture();
      }
      Promise<Void> turn = Promise.promise();
      waiting.add(turn);
      return turn.future();
    }

    void giveBack() {
      Promise<Void> next;
      synchronized (this) {
        next = waiting.poll();
        if (next == null) {
          free++;
        }
      }
      if (next != null) {
        next.complete();
      }
    }
  }
}
