package io.moneyprinter.codecs.storage;

import java.util.Objects;

/** Asks why the caller's tenant has a file no longer. */
public record ExplainAbsence(String key) {
  public ExplainAbsence {
    Objects.requireNonNull(key, "key");
  }
}
