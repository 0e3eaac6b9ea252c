package io.moneyprinter.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a body that was refused. Many clients read no answer before they have sent all, and
 * lose it when the connection is cut; so the rest is thrown away as it comes, up to a bound, and
 * only then is the connection closed. Of one event loop.
 */
final class UnreadBody {
  private static final long MOST_BYTES = 64L << 20;
  private static final long TICK_MILLIS = 1_000;
  private static final int MOST_TICKS = 10;

  private final HttpServerRequest request;
  private long count;
  private long before = -1;
  private int ticks;

  private UnreadBody(HttpServerRequest request) {
    this.request = request;
  }

  static void discard(Vertx vertx, HttpServerRequest request) {
    if (!request.isEnded()) {
      new UnreadBody(request).discard(vertx);
    }
  }

  private void discard(Vertx vertx) {
    long timer = vertx.setPeriodic(TICK_MILLIS, time -> tick(vertx, time));
    request.exceptionHandler(broken -> vertx.cancelTimer(timer));
    request.endHandler(end -> vertx.cancelTimer(timer));
    request.handler(
        piece -> {
          count += piece.length();
          if (count > MOST_BYTES) {
            vertx.cancelTimer(timer);
            request.connection().close();
          }
        });
    request.resume();
  }

  /** Nothing in a second is as good as the end. */
  private void tick(Vertx vertx, long timer) {
    ticks++;
    if (count == before || ticks > MOST_TICKS) {
      vertx.cancelTimer(timer);
      request.connection().close();
    }
    before = count;
  }
}
