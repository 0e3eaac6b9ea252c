package io.moneyprinter.codecs.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an order for times to come would be.
 *
 * @param title of what would be made
 * @param videos how many that is each time
 * @param next the first times
 */
public record CheckedSchedule(String title, int videos, List<Instant> next) {
  public CheckedSchedule {
    Objects.requireNonNull(title, "title");
    next = List.copyOf(next);
  }
}
