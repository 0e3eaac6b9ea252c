package io.moneyprinter.codecs.analytics;

import java.time.Instant;
import java.util.Objects;

/** Asks what the call's tenant used from {@code from} (inclusive) to {@code to} (exclusive). */
public record SummarizeUsage(Instant from, Instant to) {
  public SummarizeUsage {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
