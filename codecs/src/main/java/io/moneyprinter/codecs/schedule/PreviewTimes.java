package io.moneyprinter.codecs.schedule;

import java.util.Objects;

/**
 * Asks when a cron expression would be due next.
 *
 * @param zone as in {@link CreateSchedule}; may be {@code null}
 * @param count how many times are wanted, 1 to 100
 */
public record PreviewTimes(String cron, String zone, int count) {
  public static final int MOST = 100;

  public PreviewTimes {
    Objects.requireNonNull(cron, "cron");
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count must be 1 to " + MOST + ", not " + count);
    }
  }
}
