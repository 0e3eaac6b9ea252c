package io.moneyprinter.codecs.analytics;

import java.util.List;

/**
 * How long jobs and their steps took, from begin to end.
 *
 * @param jobs that were completed, from their order on; {@code null} when there is none
 * @param steps that were done, in the order in which they are reached
 */
public record Durations(Spread jobs, List<Step> steps) {
  public Durations {
    steps = List.copyOf(steps);
  }

  /**
   * How times are spread; percentiles between two times are interpolated. All in seconds.
   *
   * @param count of how many times
   * @param p50 half of them were shorter
   */
  public record Spread(
      int count, double mean, double p50, double p90, double p95, double p99, double longest) {}

  /** A step of the workflow. */
  public record Step(String step, Spread seconds) {}
}
