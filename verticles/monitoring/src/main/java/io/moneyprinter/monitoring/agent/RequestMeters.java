package io.moneyprinter.monitoring.agent;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.moneyprinter.codecs.monitoring.LoadSample;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Reads what the node's HTTP servers and encoders did from its meters, as sums since the start. */
final class RequestMeters {
  private static final String ANSWERED = "vertx.http.server.response.time";

  /** Answers that last as long as somebody listens say nothing about how quick the node is. */
  private static final Pattern STREAM = Pattern.compile(".*/(events|stream|live|eventbus)(/.*)?");

  /**
   * @param latency how many requests were answered within each bound; the last for all
   */
  record Sums(
      double requests,
      double errors,
      double latencySeconds,
      double timed,
      double[] latency,
      double videos,
      double renderSeconds,
      double videoSeconds) {}

  private final MeterRegistry meters;

  RequestMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  Sums read() {
    double requests = 0;
    double errors = 0;
    double seconds = 0;
    double timed = 0;
    double[] latency = new double[LoadSample.BOUNDS.size() + 1];
    for (Timer timer : meters.find(ANSWERED).timers()) {
      double count = timer.count();
      requests += count;
      errors += tag(timer, "code").startsWith("5") ? count : 0;
      if (!STREAM.matcher(tag(timer, "route")).matches()) {
        timed += count;
        seconds += timer.totalTime(TimeUnit.SECONDS);
        spread(timer, count, latency);
      }
    }
    return new Sums(
        requests,
        errors,
        seconds,
        timed,
        latency,
        counted("videos.ended", "state", "completed"),
        counted("render.encoder", null, null),
        counted("render.video", null, null));
  }

  private static void spread(Timer timer, double count, double[] latency) {
    CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
    for (int i = 0; i < latency.length - 1; i++) {
      double bound = LoadSample.BOUNDS.get(i);
      latency[i] +=
          Arrays.stream(buckets)
              .filter(bucket -> bucket.bucket(TimeUnit.SECONDS) <= bound * 1.001)
              .mapToDouble(CountAtBucket::count)
              .max()
              .orElse(0);
    }
    latency[latency.length - 1] += count;
  }

  private double counted(String name, String tag, String value) {
    return meters.find(name).counters().stream()
        .filter(counter -> tag == null || value.equalsIgnoreCase(counter.getId().getTag(tag)))
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static String tag(Meter meter, String name) {
    String value = meter.getId().getTag(name);
    return value == null ? "" : value;
  }

  /** What came between two readings; a meter that began anew counts from nothing. */
  static List<Double> difference(double[] now, double[] before) {
    return DoubleStream.iterate(0, i -> i < now.length, i -> i + 1)
        .mapToObj(i -> Math.max(0, now[(int) i] - before[(int) i]))
        .toList();
  }
}
