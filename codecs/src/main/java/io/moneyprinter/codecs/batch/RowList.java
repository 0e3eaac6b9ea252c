package io.moneyprinter.codecs.batch;

import java.util.List;

/**
 * A page of rows.
 *
 * @param more whether there are further ones
 */
public record RowList(List<BatchRow> rows, boolean more) {
  public RowList {
    rows = List.copyOf(rows);
  }
}
