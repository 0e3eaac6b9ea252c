package io.moneyprinter.gateway.limit;

import java.util.Comparator;
import java.util.List;

/**
 * Whether a request may pass, and how its buckets stand after it.
 *
 * @param passed whether every bucket held enough; only then anything was taken
 */
record Verdict(boolean passed, List<Standing> standings) {
  /**
   * One bucket.
   *
   * @param level tokens that are left
   */
  record Standing(Charge charge, double level) {
    boolean enough() {
      return level >= charge.cost();
    }

    /** Seconds until it holds what the request costs, rounded up. */
    long patience() {
      return (long) Math.ceil(Math.max(0, charge.cost() - level) / charge.policy().rate());
    }

    /** Seconds until it is full, rounded up. */
    long untilFull() {
      Policy policy = charge.policy();
      return (long) Math.ceil(Math.max(0, policy.burst() - level) / policy.rate());
    }
  }

  Verdict {
    standings = List.copyOf(standings);
  }

  /** Seconds after which the same request may pass, at least 1. */
  long retryAfter() {
    return Math.max(1, standings.stream().mapToLong(Standing::patience).max().orElse(1));
  }

  /** The bucket that is farthest from letting the request pass; of a refused request. */
  Standing tightest() {
    return standings.stream().max(Comparator.comparingLong(Standing::patience)).orElseThrow();
  }
}
