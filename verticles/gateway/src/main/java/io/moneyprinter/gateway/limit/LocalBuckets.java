package io.moneyprinter.gateway.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Buckets in the memory of one gateway instance. They follow the shared ones as long as these
 * answer, so that they go on from there when Redis is away, and give it back what it lost. The ones
 * longest unused are forgotten, which fills them. Of one event loop.
 */
final class LocalBuckets {
  private static final int MOST = 20_000;
  private static final double NANOS = 1e9;

  private record Kept(double level, long at) {}

  private final LongSupplier nanoTime;
  private final Map<String, Kept> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param nanoTime a clock that never goes back
   */
  LocalBuckets(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  Verdict take(List<Charge> charges) {
    boolean enough = charges.stream().allMatch(charge -> level(charge) >= charge.cost());
    List<Verdict.Standing> standings =
        charges.stream()
            .map(c -> new Verdict.Standing(c, enough ? level(c) - c.cost() : level(c)))
            .toList();
    standings.forEach(this::follow);
    return new Verdict(enough, standings);
  }

  /** Tokens in a bucket now; an unknown one is full. */
  double level(Charge charge) {
    Policy policy = charge.policy();
    Kept kept = buckets.get(charge.bucket());
    if (kept == null) {
      return policy.burst();
    }
    double flowed = (nanoTime.getAsLong() - kept.at()) / NANOS * policy.rate();
    return Math.min(policy.burst(), kept.level() + flowed);
  }

  /** Takes over how a bucket stands. */
  void follow(Verdict.Standing standing) {
    buckets.put(standing.charge().bucket(), new Kept(standing.level(), nanoTime.getAsLong()));
  }
}
