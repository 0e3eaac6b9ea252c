package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * Asks for a chart's data.
 *
 * @param seconds how far back, {@value LoadSample#SECONDS} to 3,600
 * @param node id of the one node wanted; {@code null} for all together
 */
public record ShowSeries(Metric metric, int seconds, String node) {
  public static final int MOST = LoadSample.KEPT * LoadSample.SECONDS;

  public ShowSeries {
    Objects.requireNonNull(metric, "metric");
    if (seconds < LoadSample.SECONDS || seconds > MOST) {
      throw new IllegalArgumentException(
          "seconds must be " + LoadSample.SECONDS + " to " + MOST + ", not " + seconds);
    }
  }
}
