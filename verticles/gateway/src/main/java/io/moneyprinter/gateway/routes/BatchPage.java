package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.BatchList;
import java.util.List;

/**
 * A page of batches.
 *
 * @param next path of the next page; {@code null} on the last
 */
record BatchPage(List<BatchView> batches, String next) {
  static BatchPage of(BatchList list, int limit) {
    List<BatchView> batches = list.batches().stream().map(BatchView::of).toList();
    String next =
        list.more() && !batches.isEmpty()
            ? "/v1/batches?limit=%d&after=%s".formatted(limit, batches.get(batches.size() - 1).id())
            : null;
    return new BatchPage(batches, next);
  }
}
