package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Legal holds.
 *
 * @param holds the oldest first
 */
public record HoldList(List<LegalHold> holds) {
  public HoldList {
    holds = holds == null ? List.of() : List.copyOf(holds);
  }
}
