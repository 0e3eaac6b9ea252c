package io.moneyprinter.codecs.batch;

import java.util.List;

/**
 * What a batch would be.
 *
 * @param rows how many there would be, variants counted each
 * @param invalid how many of them are no briefs
 * @param first the first of them, those that are no briefs before the others
 */
public record CheckedBatch(int rows, int invalid, List<BatchRow> first) {
  /** Most rows that are shown. */
  public static final int SHOWN = 200;

  public CheckedBatch {
    first = List.copyOf(first);
  }
}
