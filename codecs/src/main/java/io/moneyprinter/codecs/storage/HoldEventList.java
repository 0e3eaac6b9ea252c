package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * The record of legal holds.
 *
 * @param events the newest first
 */
public record HoldEventList(List<HoldEvent> events) {
  public HoldEventList {
    events = events == null ? List.of() : List.copyOf(events);
  }
}
