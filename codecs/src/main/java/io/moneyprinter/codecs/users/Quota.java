package io.moneyprinter.codecs.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.time.Instant;
import java.util.Objects;

/**
 * What a tenant may use, and has used since the month began in UTC.
 *
 * @param videosPerMonth {@code null} for as many as it likes
 * @param videosUsed ordered this month, without those that failed or were called off
 */
public record Quota(String tier, Integer videosPerMonth, int videosUsed, Instant resetsAt) {
  /** Where the violation points to when a month's videos are used up. */
  public static final String USED_UP = "/quota/videosPerMonth";

  /** Whether something was refused because the videos of its month are used up. */
  public static boolean usedUp(Throwable cause) {
    return cause instanceof ServiceFailure failure
        && failure.code() == FailureCode.QUOTA
        && failure.violations().stream().anyMatch(each -> each.pointer().equals(USED_UP));
  }

  public Quota {
    Objects.requireNonNull(tier, "tier");
    Objects.requireNonNull(resetsAt, "resetsAt");
  }
}
