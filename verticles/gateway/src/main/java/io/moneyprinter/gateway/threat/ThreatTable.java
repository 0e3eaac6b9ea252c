package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.threat.ThreatAct;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The measures in force as this gateway knows them, so that no request has to ask Redis. Of one
 * event loop.
 */
final class ThreatTable {
  private final Clock clock;
  private Map<String, Threat> threats = new HashMap<>();

  ThreatTable(Clock clock) {
    this.clock = clock;
  }

  void replace(Collection<Threat> current) {
    Map<String, Threat> fresh = new HashMap<>();
    current.forEach(threat -> fresh.merge(threat.subject(), threat, ThreatTable::harder));
    threats = fresh;
  }

  private static Threat harder(Threat one, Threat other) {
    return one.act().compareTo(other.act()) >= 0 ? one : other;
  }

  void put(Threat threat) {
    threats.merge(threat.subject(), threat, ThreatTable::harder);
  }

  void remove(String subject) {
    threats.remove(subject);
  }

  boolean isEmpty() {
    return threats.isEmpty();
  }

  /** What holds a subject up at present. */
  Optional<Threat> holding(String subject) {
    if (threats.isEmpty()) {
      return Optional.empty();
    }
    Threat threat = threats.get(subject);
    boolean holds =
        threat != null
            && (threat.act() == ThreatAct.LOCK || threat.act() == ThreatAct.SLOW)
            && clock.instant().isBefore(threat.until());
    return holds ? Optional.of(threat) : Optional.empty();
  }
}
