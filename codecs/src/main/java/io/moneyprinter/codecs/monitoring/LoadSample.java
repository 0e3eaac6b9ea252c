package io.moneyprinter.codecs.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a node did within {@value #SECONDS} seconds.
 *
 * @param at the end of the interval, on a multiple of {@value #SECONDS} s of the epoch, so that the
 *     samples of all nodes fall together
 * @param requests HTTP requests answered
 * @param errors of them, those answered with 500 or more
 * @param latencySeconds sum over the requests, streams left out
 * @param timed requests that the sum is of
 * @param latency of them, how many were answered within each of {@link #BOUNDS}; one more than
 *     there are bounds, the last for all
 * @param messages taken in over the event bus
 * @param steps of jobs that were handed in as done
 * @param videos completed
 * @param renderSeconds that encoders were busy with segments
 * @param videoSeconds of video that came of it
 * @param cpu mean share of the processors, 0 to 1
 */
public record LoadSample(
    Instant at,
    double requests,
    double errors,
    double latencySeconds,
    double timed,
    List<Double> latency,
    double messages,
    double steps,
    double videos,
    double renderSeconds,
    double videoSeconds,
    double cpu) {
  /** Length of the interval. */
  public static final int SECONDS = 5;

  /** How many samples are kept: an hour of them. */
  public static final int KEPT = 3600 / SECONDS;

  /** Bounds of the latency in seconds. */
  public static final List<Double> BOUNDS = List.of(0.005, 0.025, 0.1, 0.2, 0.5, 1.0, 5.0, 30.0);

  public LoadSample {
    Objects.requireNonNull(at, "at");
    latency = latency == null ? List.of() : List.copyOf(latency);
  }
}
