package io.moneyprinter.codecs.batch;

import java.util.Objects;

/**
 * Asks for rows of a batch, in their order.
 *
 * @param after number of the last row already seen; 0 for the first page
 * @param limit 1 to 1000
 * @param state only rows in this state; {@code null} for all
 */
public record ListRows(String batchId, int after, int limit, RowState state) {
  public static final int MOST = 1000;

  public ListRows {
    Objects.requireNonNull(batchId, "batchId");
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
    }
  }
}
