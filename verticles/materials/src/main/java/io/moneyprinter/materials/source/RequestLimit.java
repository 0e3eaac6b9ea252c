package io.moneyprinter.materials.source;

import java.time.Duration;

/**
 * How often a site may be asked.
 *
 * @param requests in every window, also all at once
 */
public record RequestLimit(int requests, Duration window) {
  public RequestLimit {
    if (requests < 1 || window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("A limit allows at least one request in some time");
    }
  }

  /** So many an hour. */
  public static RequestLimit perHour(int requests) {
    return new RequestLimit(requests, Duration.ofHours(1));
  }
}
