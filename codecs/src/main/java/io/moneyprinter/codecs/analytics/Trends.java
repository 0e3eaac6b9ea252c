package io.moneyprinter.codecs.analytics;

import java.util.List;

/**
 * How days went.
 *
 * @param days all of the span, those without jobs too, the earliest first
 */
public record Trends(List<Day> days) {
  public Trends {
    days = List.copyOf(days);
  }

  /**
   * The jobs that ended on a day.
   *
   * @param day such as {@code 2026-01-31}
   * @param rate completed of those completed or failed, 0 to 1; {@code null} when there is none
   * @param videoSeconds of the results
   * @param renderSeconds encoding time
   * @param medianSeconds half of the completed jobs took less; {@code null} when there is none
   */
  public record Day(
      String day,
      int jobs,
      int completed,
      int failed,
      int cancelled,
      Double rate,
      double videoSeconds,
      double renderSeconds,
      int segments,
      int reusedSegments,
      Double medianSeconds) {}
}
