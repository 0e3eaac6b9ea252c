package io.moneyprinter.codecs.threat;

import java.util.Objects;

/**
 * What is to be done with a request.
 *
 * @param act {@code PASS}, {@code SLOW} or {@code LOCK}
 * @param delayMillis how long to wait first, with {@code SLOW}; else 0
 * @param retryAfterSeconds when to come again, with {@code LOCK}; else 0
 */
public record ThreatVerdict(ThreatAct act, long delayMillis, long retryAfterSeconds) {
  public static final ThreatVerdict PASS = new ThreatVerdict(ThreatAct.PASS, 0, 0);

  public ThreatVerdict {
    Objects.requireNonNull(act, "act");
  }
}
