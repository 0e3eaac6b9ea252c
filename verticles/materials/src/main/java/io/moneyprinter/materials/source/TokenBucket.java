package io.moneyprinter.materials.source;

import java.time.Duration;

/**
 * Counts requests against a limit: a bucket that holds as many tokens as the window allows, and is
 * filled evenly (RFC 2697 calls it so). Safe to use from any thread.
 */
final class TokenBucket {
  private final double capacity;
  private final double perNano;
  private double tokens;
  private long filledAt;

  /**
   * @param now nanoseconds of any clock that only goes forward
   */
  TokenBucket(RequestLimit limit, long now) {
    this.capacity = limit.requests();
    this.perNano = capacity / limit.window().toNanos();
    this.tokens = capacity;
    this.filledAt = now;
  }

  /**
   * Takes one token if one comes within {@code patience}, ahead of its time if need be.
   *
   * @return how long to wait before the request is made; {@code null} when it may not be made
   */
  synchronized Duration take(long now, Duration patience) {
    tokens = Math.min(capacity, tokens + (now - filledAt) * perNano);
    filledAt = now;
    double missing = 1 - tokens;
    Duration wait = missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) (missing / perNano));
    if (wait.compareTo(patience) > 0) {
      return null;
    }
    tokens -= 1;
    return wait;
  }
}
