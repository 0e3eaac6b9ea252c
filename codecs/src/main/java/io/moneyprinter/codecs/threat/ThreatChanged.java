package io.moneyprinter.codecs.threat;

import java.util.Objects;

/**
 * Something is done about somebody from now on, or no longer.
 *
 * @param lifted whether an admin let them in again
 */
public record ThreatChanged(Threat threat, boolean lifted) {
  public ThreatChanged {
    Objects.requireNonNull(threat, "threat");
  }
}
