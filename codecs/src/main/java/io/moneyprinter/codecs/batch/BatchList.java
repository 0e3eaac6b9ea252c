package io.moneyprinter.codecs.batch;

import java.util.List;

/**
 * A page of batches.
 *
 * @param more whether there are older ones
 */
public record BatchList(List<Batch> batches, boolean more) {
  public BatchList {
    batches = List.copyOf(batches);
  }
}
