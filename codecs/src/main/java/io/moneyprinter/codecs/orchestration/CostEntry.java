package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of the ledger. Entries are only ever added.
 *
 * @param step as in the workflow
 * @param part of a step that fans out, from 0; 0 otherwise
 * @param price micro-USD for one of the unit at the time; {@code null} where there was none
 * @param prices version of the price list that it is from
 */
public record CostEntry(
    Kind kind, String step, int part, CostLine line, Double price, String prices, Instant at) {
  /** Why an entry was made. */
  public enum Kind {
    /** A provider was asked. */
    CALL,
    /** Own machines worked or stored. */
    WORK,
    /** What was undone: own machines' work is given back. */
    REFUND
  }

  public CostEntry {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(at, "at");
  }
}
