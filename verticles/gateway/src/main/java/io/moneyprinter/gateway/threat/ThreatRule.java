package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.ThreatAct;
import java.time.Duration;

/**
 * What is counted for one report, and what is done when there is too much of it.
 *
 * @param subject about whom, such as {@code address:192.0.2.7}
 * @param counter what is counted about them, one of {@link #COUNTERS}
 * @param member of which only different ones count; {@code null} when each report counts
 * @param weight how much a report counts
 * @param threshold at which something is done
 * @param window in which is counted
 */
record ThreatRule(
    String subject,
    String counter,
    String member,
    int weight,
    int threshold,
    Duration window,
    ThreatAct act,
    String pattern,
    String reason) {
  static final String FAILURES = "failures";
  static final String NAMES = "names";
  static final String SCANS = "scans";
  static final String BREACHES = "breaches";
  static final String NETWORKS = "networks";

  /** All that may be counted about somebody. */
  static final String[] COUNTERS = {FAILURES, NAMES, SCANS, BREACHES, NETWORKS};
}
