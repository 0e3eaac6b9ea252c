package io.moneyprinter.codecs.batch;

import java.util.Objects;

/**
 * Goes on with a batch that was paused or called off, its videos that were halted or called off
 * included. Only the tenant of the call may.
 */
public record ResumeBatch(String batchId) {
  public ResumeBatch {
    Objects.requireNonNull(batchId, "batchId");
  }
}
