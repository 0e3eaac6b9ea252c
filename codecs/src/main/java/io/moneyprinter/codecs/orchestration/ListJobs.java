package io.moneyprinter.codecs.orchestration;

/**
 * Asks for the tenant's jobs, newest first unless the query says otherwise.
 *
 * @param after id of the last job already seen; {@code null} for the first page
 * @param limit 1 to 100
 * @param state only jobs in this state; {@code null} for all
 * @param query what else they have to be; {@code null} for all that are not deleted
 */
public record ListJobs(String after, int limit, JobState state, JobQuery query) {
  public ListJobs {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must be 1 to 100, not " + limit);
    }
  }

  public ListJobs(String after, int limit, JobState state) {
    this(after, limit, state, null);
  }
}
