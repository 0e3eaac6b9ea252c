package io.moneyprinter.codecs.threat;

import java.util.Objects;

/**
 * Asks that somebody be let in again, and what was counted against them forgotten.
 *
 * @param subject as {@link Threat#subject}
 */
public record LiftThreat(String subject) {
  public LiftThreat {
    Objects.requireNonNull(subject, "subject");
  }
}
