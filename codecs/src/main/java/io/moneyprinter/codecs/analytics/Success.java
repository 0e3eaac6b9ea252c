package io.moneyprinter.codecs.analytics;

import java.util.List;

/**
 * How many jobs came to a good end.
 *
 * @param rate completed of those completed or failed, 0 to 1; {@code null} when there is none
 * @param failures where and why jobs failed, the most frequent first
 */
public record Success(
    int jobs, int completed, int failed, int cancelled, Double rate, List<Failures> failures) {
  public Success {
    failures = List.copyOf(failures);
  }

  /**
   * Jobs that failed alike.
   *
   * @param step {@code null} where it is not known
   * @param code {@code null} where it is not known
   */
  public record Failures(String step, String code, int jobs) {}
}
