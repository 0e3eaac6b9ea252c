package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets orders in a few at a time, first come, first served, so that many at once neither fail for
 * want of a connection nor keep the workers from theirs. What cannot be let in soon is refused
 * before anything is done for it. Safe to use from any thread.
 */
final class OrderGate {
  /** Each takes a connection; the rest of them is for the workers. */
  private static final int USUAL_AT_ONCE = 4;

  private static final int USUAL_WAITING = 5_000;

  /**
   * Shorter than a caller of {@link OrchestrationMessages#CREATE_JOB} waits, so that he is told.
   */
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final int atOnce;
  private final int most;
  private final Duration patience;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private int busy;

  private record Turn(Promise<Void> begin, long timer) {}

  /**
   * @param atOnce orders that are taken at the same time
   * @param most orders that wait; further ones are refused at once
   * @param patience how long one waits
   */
  OrderGate(Vertx vertx, int atOnce, int most, Duration patience) {
    this.vertx = vertx;
    this.atOnce = atOnce;
    this.most = most;
    this.patience = patience;
  }

  static OrderGate usual(Vertx vertx) {
    return new OrderGate(vertx, USUAL_AT_ONCE, USUAL_WAITING, USUAL_PATIENCE);
  }

  /** Done as {@code order} is; {@code UNAVAILABLE} without having begun it. */
  <T> Future<T> pass(Supplier<Future<T>> order) {
    return enter()
        .compose(
            begun -> {
              try {
                return order.get().onComplete(done -> leave());
              } catch (RuntimeException e) {
                leave();
                return Future.failedFuture(e);
              }
            });
  }

  private Future<Void> enter() {
    Promise<Void> begin = Promise.promise();
    synchronized (this) {
      if (busy < atOnce) {
        busy++;
        return Future.succeededFuture();
      }
      if (waiting.size() >= most) {
        return Future.failedFuture(tooMany());
      }
      long timer = vertx.setTimer(patience.toMillis(), late -> giveUp(begin));
      waiting.add(new Turn(begin, timer));
    }
    return begin.future();
  }

  private void giveUp(Promise<Void> begin) {
    boolean waited;
    synchronized (this) {
      waited = waiting.removeIf(turn -> turn.begin == begin);
    }
    if (waited) {
      begin.fail(tooMany());
    }
  }

  private void leave() {
    Turn next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        busy--;
      }
    }
    if (next != null) {
      vertx.cancelTimer(next.timer);
      next.begin.complete();
    }
  }

  private static ServiceFailure tooMany() {
    return ServiceFailure.unavailable(
        "More orders came at once than can be taken; this one was not. Send it again in a moment");
  }
}
