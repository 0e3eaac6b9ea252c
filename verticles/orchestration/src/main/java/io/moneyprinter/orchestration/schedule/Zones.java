package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads names of time zones. */
final class Zones {
  private Zones() {}

  /**
   * The zone of a name of the IANA list or an offset; UTC for {@code null}.
   *
   * @throws ServiceFailure {@code INVALID} for another
   */
  static ZoneId read(String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw ServiceFailure.invalid(
          "/zone", "There is no time zone '" + name + "'; one is Europe/Berlin, another +02:00");
    }
  }
}
