package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.FailureCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a step that failed is tried again.
 *
 * @param count how often at most, 0 to 100; the first try does not count
 * @param backoff pause before the first retry; it doubles with each
 * @param longest the pause grows no further
 * @param jitter share of the pause, 0 to 1, by which chance may shorten it, so that steps that
 *     failed together do not come back together
 * @param on the failures after which it is tried again; empty for all that may pass
 */
public record RetryRule(
    int count, Duration backoff, Duration longest, double jitter, Set<FailureCode> on) {
  public static final RetryRule DEFAULT =
      new RetryRule(3, Duration.ofSeconds(1), Duration.ofSeconds(30), 0.5, Set.of());

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
    on = Set.copyOf(on);
  }

  /** Whether it is tried again at all after such a failure. */
  public boolean covers(FailureCode code) {
    return on.isEmpty() ? code.retryable() : on.contains(code);
  }

  static RetryRule from(WorkflowFile.Retries written, RetryRule fallback) {
    if (written == null) {
      return fallback;
    }
    return new RetryRule(
        written.count() == null ? fallback.count : written.count(),
        written.backoff() == null ? fallback.backoff : TimeSpan.parse(written.backoff()),
        written.longest() == null ? fallback.longest : TimeSpan.parse(written.longest()),
        written.jitter() == null ? fallback.jitter : written.jitter(),
        written.on() == null ? fallback.on : codes(written.on()));
  }

  private static Set<FailureCode> codes(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "retries.on must name at least one failure; for no retries write count: 0");
    }
    return names.stream().map(RetryRule::code).collect(Collectors.toSet());
  }

  private static FailureCode code(String name) {
    return Arrays.stream(FailureCode.values())
        .filter(code -> code.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "retries.on names "
                        + name
                        + ", which is no failure; they are "
                        + Arrays.toString(FailureCode.values())));
  }
}
