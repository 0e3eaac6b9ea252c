package io.moneyprinter.codecs.threat;

import java.util.List;

/** About whom something is done at present; the latest first. */
public record ThreatList(List<Threat> threats) {
  public ThreatList {
    threats = threats == null ? List.of() : List.copyOf(threats);
  }
}
