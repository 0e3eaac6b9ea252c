package io.moneyprinter.codecs.orchestration;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks for jobs of all tenants that were completed, the earliest first. For services that must not
 * miss one; nothing of it is shown to anybody.
 *
 * @param since only those completed then or later
 * @param after id of the last one seen among those completed exactly at {@code since}; {@code null}
 *     for none
 * @param limit 1 to 500
 */
public record CompletedJobs(Instant since, String after, int limit) {
  public CompletedJobs {
    Objects.requireNonNull(since, "since");
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("limit must be 1 to 500, not " + limit);
    }
  }
}
