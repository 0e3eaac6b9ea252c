package io.moneyprinter.monitoring.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How many wait for a pool. Vert.x 4 never takes a request for a connection that failed out of its
 * count, so every SQL pool that was once asked too early would for ever seem to have somebody
 * waiting. Nobody waits long for a pool of which nothing is in use: what stands still then is
 * counted too much. Of one event loop.
 */
final class WaitingCount {
  private static final Duration STILL = Duration.ofSeconds(10);

  private record Seen(int counted, Instant since, int tooMuch) {}

  private final InstantSource clock;
  private final Map<String, Seen> pools = new HashMap<>();

  WaitingCount(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param busy how many of the pool are in use
   * @param counted how many wait, as the pool counts them
   */
  int of(String pool, int busy, int counted) {
    Instant now = clock.instant();
    Seen seen = pools.get(pool);
    if (seen == null) {
      seen = new Seen(counted, now, busy == 0 ? counted : 0);
    } else if (busy > 0 || counted != seen.counted()) {
      seen = new Seen(counted, now, Math.min(seen.tooMuch(), counted));
    } else if (!now.isBefore(seen.since().plus(STILL))) {
      seen = new Seen(counted, seen.since(), counted);
    }
    pools.put(pool, seen);
    return counted - seen.tooMuch();
  }
}
