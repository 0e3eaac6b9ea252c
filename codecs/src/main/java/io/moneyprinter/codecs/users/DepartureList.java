package io.moneyprinter.codecs.users;

import java.util.List;

/** Departures in the order of their numbers. */
public record DepartureList(List<Departure> departures) {
  public DepartureList {
    departures = departures == null ? List.of() : List.copyOf(departures);
  }
}
