package io.moneyprinter.codecs.batch;

import java.util.Objects;

/** Calls a batch off, its videos under way included. Only the tenant of the call may. */
public record CancelBatch(String batchId) {
  public CancelBatch {
    Objects.requireNonNull(batchId, "batchId");
  }
}
