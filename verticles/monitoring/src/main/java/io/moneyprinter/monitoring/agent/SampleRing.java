package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.monitoring.LoadSample;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the last hour; older ones make room. Safe to use from any thread. */
public final class SampleRing {
  private final Deque<LoadSample> samples = new ArrayDeque<>();

  /** Adds a sample; one that is not newer than the newest is passed over. */
  public synchronized void add(LoadSample sample) {
    LoadSample newest = samples.peekLast();
    if (newest != null && !sample.at().isAfter(newest.at())) {
      return;
    }
    samples.addLast(sample);
    while (samples.size() > LoadSample.KEPT) {
      samples.removeFirst();
    }
  }

  /** Puts in what is not there yet, in its place. */
  public synchronized void fill(Collection<LoadSample> more) {
    Map<Instant, LoadSample> all = new TreeMap<>();
    more.forEach(sample -> all.put(sample.at(), sample));
    samples.forEach(sample -> all.put(sample.at(), sample));
    samples.clear();
    samples.addAll(all.values());
    while (samples.size() > LoadSample.KEPT) {
      samples.removeFirst();
    }
  }

  /** The newest; {@code null} when there is none. */
  public synchronized LoadSample newest() {
    return samples.peekLast();
  }

  /** The oldest first. */
  public synchronized List<LoadSample> all() {
    return new ArrayList<>(samples);
  }
}
