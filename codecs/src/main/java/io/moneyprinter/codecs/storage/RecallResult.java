package io.moneyprinter.codecs.storage;

import java.util.Objects;

/** Asks for the stored result of equal work done earlier. */
public record RecallResult(String workKey) {
  public RecallResult {
    Objects.requireNonNull(workKey, "workKey");
  }
}
