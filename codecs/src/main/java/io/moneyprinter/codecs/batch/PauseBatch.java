package io.moneyprinter.codecs.batch;

import java.util.Objects;

/**
 * Orders no further row of a batch until it is resumed. Only the tenant of the call may.
 *
 * @param jobs whether the videos under way are halted too
 */
public record PauseBatch(String batchId, boolean jobs) {
  public PauseBatch {
    Objects.requireNonNull(batchId, "batchId");
  }
}
