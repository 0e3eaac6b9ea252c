package io.moneyprinter.codecs.batch;

import java.util.Objects;

/**
 * Makes the rows of a batch that failed once more, each from where it failed. Only the tenant of
 * the call may.
 */
public record RetryBatch(String batchId) {
  public RetryBatch {
    Objects.requireNonNull(batchId, "batchId");
  }
}
