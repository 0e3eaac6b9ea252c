package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.orchestration.workflow.RetryRule;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides whether, and when, a step that failed is tried again. */
public final class RetryManager {
  private final RandomGenerator random;

  public RetryManager(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The pause before the next try: exponential, shortened at random. Empty when the step has failed
   * for good, because such a failure stays or because its tries are used up.
   *
   * @param attempt tries begun so far, at least 1
   */
  public Optional<Duration> pause(RetryRule rule, int attempt, FailureCode code) {
    if (!rule.covers(code) || attempt > rule.count()) {
      return Optional.empty();
    }
    double full =
        Math.min(rule.longest().toMillis(), rule.backoff().toMillis() * Math.pow(2, attempt - 1.0));
    return Optional.of(
        Duration.ofMillis(Math.round(full * (1 - rule.jitter() * random.nextDouble()))));
  }

  /** Whether a step whose node went away is given to another one. */
  public boolean another(RetryRule rule, int attempt) {
    return attempt <= rule.count();
  }
}
