package io.moneyprinter.codecs.batch;

import java.util.Objects;

/** Asks for one batch of the tenant of the call. */
public record GetBatch(String batchId) {
  public GetBatch {
    Objects.requireNonNull(batchId, "batchId");
  }
}
