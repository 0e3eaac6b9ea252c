package io.moneyprinter.monitoring.agent;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.monitoring.LoadSample;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.platform.traffic.BusTraffic;
import java.time.Instant;

/** Takes a sample of what the node does every few seconds. */
final class Sampler {
  private record Reading(RequestMeters.Sums sums, long messages, long steps) {}

  private final RequestMeters requests;
  private final BusTraffic traffic;
  private final SampleRing ring = new SampleRing();
  private Reading before;
  private long interval;
  private double cpu;
  private int looks;

  Sampler(MeterRegistry meters, BusTraffic traffic, Instant now) {
    this.requests = new RequestMeters(meters);
    this.traffic = traffic;
    this.before = read();
    this.interval = interval(now);
  }

  private static long interval(Instant at) {
    return at.getEpochSecond() / LoadSample.SECONDS;
  }

  /**
   * To be called at least once in each interval.
   *
   * @param busy share of the processors at present; negative when it is not known
   * @return whether a sample was completed
   */
  boolean tick(Instant now, double busy) {
    if (busy >= 0) {
      cpu += busy;
      looks++;
    }
    long current = interval(now);
    if (current <= interval) {
      return false;
    }
    Reading after = read();
    // A clock that was put forward, or a machine that slept, must not make one mighty sample.
    if (current == interval + 1) {
      ring.add(sample(Instant.ofEpochSecond(current * LoadSample.SECONDS), after));
    }
    before = after;
    interval = current;
    cpu = 0;
    looks = 0;
    return true;
  }

  private Reading read() {
    return new Reading(
        requests.read(),
        traffic.total(),
        traffic.total(OrchestrationMessages.COMPLETE_STEP.address()));
  }

  private LoadSample sample(Instant at, Reading after) {
    RequestMeters.Sums a = after.sums();
    RequestMeters.Sums b = before.sums();
    return new LoadSample(
        at,
        more(a.requests(), b.requests()),
        more(a.errors(), b.errors()),
        more(a.latencySeconds(), b.latencySeconds()),
        more(a.timed(), b.timed()),
        RequestMeters.difference(a.latency(), b.latency()),
        more(after.messages(), before.messages()),
        more(after.steps(), before.steps()),
        more(a.videos(), b.videos()),
        more(a.renderSeconds(), b.renderSeconds()),
        more(a.videoSeconds(), b.videoSeconds()),
        looks == 0 ? 0 : cpu / looks);
  }

  private static double more(double now, double before) {
    return Math.max(0, now - before);
  }

  SampleRing ring() {
    return ring;
  }
}
