package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * How far a node is with leaving.
 *
 * @param status {@code serving}, {@code draining} or {@code drained}
 * @param patienceSeconds how long running tasks may go on before they are handed over
 */
public record DrainProgress(String status, long patienceSeconds) {
  public DrainProgress {
    Objects.requireNonNull(status, "status");
  }
}
