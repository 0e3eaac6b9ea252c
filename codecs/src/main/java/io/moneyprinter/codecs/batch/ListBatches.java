package io.moneyprinter.codecs.batch;

/**
 * Asks for the tenant's batches, newest first.
 *
 * @param after id of the last batch already seen; {@code null} for the first page
 * @param limit 1 to 100
 */
public record ListBatches(String after, int limit) {
  public ListBatches {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must be 1 to 100, not " + limit);
    }
  }
}
