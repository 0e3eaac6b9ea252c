package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.BatchList;
import io.moneyprinter.gateway.http.Cursor;
import java.util.List;

/**
 * A page of batches.
 *
 * @param next path of the next page; {@code null} on the last
 */
record BatchPage(List<BatchView> batches, String next) {
  static final String LIST = "batches";

  static BatchPage of(BatchList list, int limit) {
    List<BatchView> batches = list.batches().stream().map(BatchView::of).toList();
    String next =
        list.more() && !batches.isEmpty()
            ? "/v1/batches?limit=%d&cursor=%s"
                .formatted(limit, Cursor.after(LIST, batches.get(batches.size() - 1).id()))
            : null;
    return new BatchPage(batches, next);
  }
}
