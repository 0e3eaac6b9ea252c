package io.moneyprinter.codecs.orchestration;

/**
 * Asks for the tenant's jobs, newest first.
 *
 * @param after id of the last job already seen; {@code null} for the first page
 * @param limit 1 to 100
 * @param state only jobs in this state; {@code null} for all
 */
public record ListJobs(String after, int limit, JobState state) {
  public ListJobs {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must be 1 to 100, not " + limit);
    }
  }
}
