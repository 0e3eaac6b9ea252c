package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.CheckedBatch;
import java.util.List;

/**
 * What a batch would be.
 *
 * @param rows how many there would be, variants counted each
 * @param invalid how many of them are no briefs
 * @param first the first of them, those that are no briefs before the others
 */
record BatchDryRun(int rows, int invalid, List<RowPage.RowView> first) {
  static BatchDryRun of(CheckedBatch checked) {
    return new BatchDryRun(
        checked.rows(),
        checked.invalid(),
        checked.first().stream().map(RowPage.RowView::of).toList());
  }
}
