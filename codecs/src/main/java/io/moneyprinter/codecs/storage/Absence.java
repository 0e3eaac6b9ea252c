package io.moneyprinter.codecs.storage;

import java.time.Instant;

/**
 * Why a tenant has a file no longer.
 *
 * @param reason {@code null} where it is not known
 * @param at since when; {@code null} where it is not known
 */
public record Absence(Reason reason, Instant at) {
  /** Why it is gone. */
  public enum Reason {
    /** Somebody of the tenant gave it up. */
    GIVEN_UP,
    /** The time for which such files are kept was over. */
    EXPIRED
  }
}
