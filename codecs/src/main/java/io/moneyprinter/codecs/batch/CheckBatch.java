package io.moneyprinter.codecs.batch;

import java.util.Objects;

/** Asks what a batch would be, without making it. */
public record CheckBatch(CreateBatch order) {
  public CheckBatch {
    Objects.requireNonNull(order, "order");
  }
}
