package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is counted, and about whom something is done. */
interface ThreatMemory {
  /**
   * Something to be done.
   *
   * @param first how long the first time; twice as long each further time within a day
   * @param longest the most it may last
   */
  record Measure(
      String subject,
      String pattern,
      ThreatAct act,
      String reason,
      Duration first,
      Duration longest,
      long delayMillis) {}

  /** Counts a report, and gives how much there is in the window. */
  Future<Long> count(ThreatRule rule);

  /** Takes a measure; empty when one at least as hard is in force. */
  Future<Optional<Threat>> take(Measure measure);

  /** All measures in force. */
  Future<List<Threat>> current();

  /** Ends a measure and forgets what was counted; empty when there is none. */
  Future<Optional<Threat>> lift(String subject);
}
