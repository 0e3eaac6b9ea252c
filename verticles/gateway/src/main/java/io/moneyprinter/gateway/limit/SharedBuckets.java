package io.moneyprinter.gateway.limit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Buckets in Redis, shared by all nodes: one script takes from all buckets of a request in one
 * step, by the clock of Redis. Requests that are alike are asked for together, and ahead where many
 * come, each kind in its {@link TokenLane}. Of one event loop.
 */
final class SharedBuckets implements TokenBuckets {
  private static final long REST_MILLIS = TimeUnit.NANOSECONDS.toMillis(2 * TokenLane.AHEAD_NANOS);

  private final Vertx vertx;
  private final TokenCall call;
  private final Consumer<Verdict.Standing> follower;
  private final Map<List<Charge>, TokenLane> lanes = new HashMap<>();
  private boolean watched;

  /**
   * @param follower told how each bucket stands whenever Redis says so
   */
  SharedBuckets(Vertx vertx, TokenCall call, Consumer<Verdict.Standing> follower) {
    this.vertx = vertx;
    this.call = call;
    this.follower = follower;
  }

  @Override
  public Future<Verdict> take(List<Charge> charges) {
    TokenLane lane = lanes.get(charges);
    if (lane == null) {
      lane = new TokenLane(charges, call, follower, System::nanoTime);
      lanes.put(charges, lane);
      watch();
    }
    return lane.take();
  }

  /** As long as there are lanes, they are looked at. */
  private void watch() {
    if (!watched) {
      watched = true;
      vertx.setTimer(
          REST_MILLIS,
          passed -> {
            watched = false;
            lanes.values().removeIf(TokenLane::rest);
            if (!lanes.isEmpty()) {
              watch();
            }
          });
    }
  }

  /** Gives back what was taken ahead. */
  void close() {
    lanes.values().forEach(TokenLane::giveBack);
    lanes.clear();
  }
}
