package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.storage.objects.ObjectStore;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Tells how a bucket is without keeping who asks waiting: what takes longer than a moment goes on
 * by itself, and until it is done the answer is that of the time before.
 */
public final class BucketHealth {
  private static final Duration MOMENT = Duration.ofMillis(1_200);

  private final Vertx vertx;
  private final ObjectStore bucket;
  private Future<?> running;
  private Future<?> last;

  /** Begins to look at once. */
  public BucketHealth(Vertx vertx, ObjectStore bucket) {
    this.vertx = vertx;
    this.bucket = bucket;
    this.last =
        Future.failedFuture(
            ServiceFailure.unavailable(
                "The bucket '" + bucket.name() + "' has not answered yet; ask again"));
    look();
  }

  /** Fails with what has to be mended. */
  public Future<?> probe() {
    Promise<Object> answer = Promise.promise();
    Future<?> now = look();
    long timer =
        vertx.setTimer(MOMENT.toMillis(), late -> known().onComplete(done -> end(answer, done)));
    now.onComplete(
        done -> {
          vertx.cancelTimer(timer);
          end(answer, done);
        });
    return answer.future();
  }

  private static void end(Promise<Object> answer, AsyncResult<?> done) {
    if (done.succeeded()) {
      answer.tryComplete();
    } else {
      answer.tryFail(done.cause());
    }
  }

  private synchronized Future<?> known() {
    return last;
  }

  private synchronized Future<?> look() {
    if (running == null) {
      Future<?> begun = bucket.check();
      running = begun;
      begun.onComplete(done -> ended(begun));
    }
    return running == null ? last : running;
  }

  private synchronized void ended(Future<?> done) {
    last = done;
    running = null;
  }
}
