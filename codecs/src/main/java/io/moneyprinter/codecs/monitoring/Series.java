package io.moneyprinter.codecs.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A chart's data.
 *
 * @param unit of the values, for people: {@code /s}, {@code s}, {@code 1} for a share
 * @param stepSeconds between two points
 * @param points the oldest first, without gaps
 */
public record Series(Metric metric, String unit, int stepSeconds, List<Point> points) {
  /**
   * One value.
   *
   * @param value {@code null} where there is nothing to say, such as a latency without requests
   */
  public record Point(Instant at, Double value) {
    public Point {
      Objects.requireNonNull(at, "at");
    }
  }

  public Series {
    Objects.requireNonNull(metric, "metric");
    points = List.copyOf(points);
  }
}
