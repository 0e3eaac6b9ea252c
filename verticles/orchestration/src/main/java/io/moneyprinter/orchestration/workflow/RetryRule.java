package io.moneyprinter.orchestration.workflow;

import java.time.Duration;
import java.util.Objects;

/**
 * How a step that failed is tried again.
 *
 * @param count how often at most, 0 to 100; the first try does not count
 * @param backoff pause before the first retry; it doubles with each
 * @param longest the pause grows no further
 * @param jitter share of the pause, 0 to 1, by which chance may shorten it, so that steps that
 *     failed together do not come back together
 */
public record RetryRule(int count, Duration backoff, Duration longest, double jitter) {
  public static final RetryRule DEFAULT =
      new RetryRule(3, Duration.ofSeconds(1), Duration.ofSeconds(30), 0.5);

  public RetryRule {
    Objects.requireNonNull(backoff, "backoff");
    Objects.requireNonNull(longest, "longest");
    if (count < 0 || count > 100) {
      throw new IllegalArgumentException("retries.count must be 0 to 100, not " + count);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("retries.jitter must be 0 to 1, not " + jitter);
    }
    if (longest.compareTo(backoff) < 0) {
      throw new IllegalArgumentException(
          "retries.longest must not be shorter than retries.backoff");
    }
  }

  static RetryRule from(WorkflowFile.Retries written, RetryRule fallback) {
    if (written == null) {
      return fallback;
    }
    return new RetryRule(
        written.count() == null ? fallback.count : written.count(),
        written.backoff() == null ? fallback.backoff : TimeSpan.parse(written.backoff()),
        written.longest() == null ? fallback.longest : TimeSpan.parse(written.longest()),
        written.jitter() == null ? fallback.jitter : written.jitter());
  }
}
