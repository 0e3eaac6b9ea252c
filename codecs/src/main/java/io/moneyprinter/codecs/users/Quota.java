package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.Objects;

/**
 * What a tenant may use, and has used since the month began in UTC.
 *
 * @param videosPerMonth {@code null} for as many as it likes
 * @param videosUsed ordered this month, without those that failed or were called off
 */
public record Quota(String tier, Integer videosPerMonth, int videosUsed, Instant resetsAt) {
  public Quota {
    Objects.requireNonNull(tier, "tier");
    Objects.requireNonNull(resetsAt, "resetsAt");
  }
}
