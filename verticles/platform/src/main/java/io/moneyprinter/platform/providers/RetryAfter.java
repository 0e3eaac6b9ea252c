package io.moneyprinter.platform.providers;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header by which a server says when to come again (RFC 9110, section 10.2.3). */
public final class RetryAfter {
  private static final Duration UNSAID = Duration.ofSeconds(2);

  private RetryAfter() {}

  /** The wait that a header asks for, never negative; two seconds where it says nothing usable. */
  public static Duration parse(String header, Clock clock) {
    if (header == null) {
      return UNSAID;
    }
    String text = header.strip();
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Duration wait =
          Duration.between(
              clock.instant(),
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return UNSAID;
    }
  }
}
