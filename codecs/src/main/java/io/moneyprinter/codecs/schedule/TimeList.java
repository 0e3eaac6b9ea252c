package io.moneyprinter.codecs.schedule;

import java.util.List;

/**
 * Times to come.
 *
 * @param times in the offset that holds then (RFC 3339), soonest first
 */
public record TimeList(List<String> times) {
  public TimeList {
    times = List.copyOf(times);
  }
}
