package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Notes that the work described by {@code workKey} gave {@code blob}, so that equal work need not
 * be done again by any node. The first note wins.
 *
 * @param workKey SHA-256 over everything that decides the result, hex
 */
public record RememberResult(String workKey, Blob blob) {
  public RememberResult {
    Objects.requireNonNull(workKey, "workKey");
    Objects.requireNonNull(blob, "blob");
  }
}
