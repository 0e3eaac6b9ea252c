package io.moneyprinter.codecs.monitoring;

import java.util.List;

/** Samples, the oldest first. */
public record SampleList(List<LoadSample> samples) {
  public SampleList {
    samples = samples == null ? List.of() : List.copyOf(samples);
  }
}
