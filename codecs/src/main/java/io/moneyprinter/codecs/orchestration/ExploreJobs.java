package io.moneyprinter.codecs.orchestration;

import java.time.Instant;

/**
 * Asks for jobs of all tenants, newest first.
 *
 * @param search in the title, topic and script, or an id or correlation id; {@code null} for all
 * @param state only jobs in this state; {@code null} for all
 * @param tenant only of this tenant; {@code null} for all
 * @param since only those created then or later; {@code null} for all
 * @param until only those created before; {@code null} for all
 * @param after id of the last job already seen; {@code null} for the first page
 * @param limit 1 to 100
 */
public record ExploreJobs(
    String search,
    JobState state,
    String tenant,
    Instant since,
    Instant until,
    String after,
    int limit) {
  public static final int MOST = 100;

  public ExploreJobs {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
    }
  }
}
