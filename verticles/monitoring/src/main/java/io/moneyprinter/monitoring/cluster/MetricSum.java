package io.moneyprinter.monitoring.cluster;

import io.moneyprinter.codecs.monitoring.LoadSample;
import io.moneyprinter.codecs.monitoring.Metric;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the samples of several nodes at one time come to. */
final class MetricSum {
  private MetricSum() {}

  static String unit(Metric metric) {
    return switch (metric) {
      case REQUESTS, MESSAGES -> "/s";
      case ERROR_RATE, CPU -> "1";
      case LATENCY, LATENCY_95 -> "s";
      case STEPS -> "/min";
      case VIDEOS -> "/h";
      case RENDER -> "s/min";
    };
  }

  /**
   * @return {@code null} where there is nothing to say
   */
  static Double of(Metric metric, List<LoadSample> samples) {
    if (samples.isEmpty()) {
      return null;
    }
    return switch (metric) {
      case REQUESTS -> sum(samples, LoadSample::requests) / LoadSample.SECONDS;
      case MESSAGES -> sum(samples, LoadSample::messages) / LoadSample.SECONDS;
      case STEPS -> sum(samples, LoadSample::steps) * 60 / LoadSample.SECONDS;
      case VIDEOS -> sum(samples, LoadSample::videos) * 3600 / LoadSample.SECONDS;
      case ERROR_RATE -> share(samples, LoadSample::errors, LoadSample::requests, 1);
      case LATENCY -> share(samples, LoadSample::latencySeconds, LoadSample::timed, 1);
      case RENDER -> share(samples, LoadSample::renderSeconds, LoadSample::videoSeconds, 60);
      case CPU -> sum(samples, LoadSample::cpu) / samples.size();
      case LATENCY_95 -> percentile(samples, 0.95);
    };
  }

  private static double sum(List<LoadSample> samples, ToDoubleFunction<LoadSample> value) {
    return samples.stream().mapToDouble(value).sum();
  }

  private static Double share(
      List<LoadSample> samples,
      ToDoubleFunction<LoadSample> part,
      ToDoubleFunction<LoadSample> whole,
      double times) {
    double all = sum(samples, whole);
    return all == 0 ? null : Double.valueOf(sum(samples, part) / all * times);
  }

  /**
   * The value below which a share of the requests lies, found by linear interpolation within the
   * bucket, as Prometheus' {@code histogram_quantile} does. Beyond the last bound, that bound.
   */
  private static Double percentile(List<LoadSample> samples, double share) {
    int bounds = LoadSample.BOUNDS.size();
    double[] counts = new double[bounds + 1];
    for (LoadSample sample : samples) {
      for (int i = 0; i < Math.min(counts.length, sample.latency().size()); i++) {
        counts[i] += sample.latency().get(i);
      }
    }
    double wanted = counts[bounds] * share;
    if (counts[bounds] == 0) {
      return null;
    }
    for (int i = 0; i < bounds; i++) {
      if (counts[i] >= wanted) {
        double below = i == 0 ? 0 : counts[i - 1];
        double from = i == 0 ? 0 : LoadSample.BOUNDS.get(i - 1);
        double width = LoadSample.BOUNDS.get(i) - from;
        return from + width * (counts[i] == below ? 1 : (wanted - below) / (counts[i] - below));
      }
    }
    return LoadSample.BOUNDS.get(bounds - 1);
  }
}
