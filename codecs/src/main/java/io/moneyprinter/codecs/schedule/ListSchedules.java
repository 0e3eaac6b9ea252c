package io.moneyprinter.codecs.schedule;

/**
 * Asks for the tenant's schedules, newest first.
 *
 * @param after id of the last schedule already seen; {@code null} for the first page
 * @param limit 1 to 100
 */
public record ListSchedules(String after, int limit) {
  public ListSchedules {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must be 1 to 100, not " + limit);
    }
  }
}
