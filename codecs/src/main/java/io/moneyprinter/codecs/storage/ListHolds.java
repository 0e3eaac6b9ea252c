package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Asks which files of the caller's tenant are under legal hold.
 *
 * @param keys of the files that are of interest; {@code null} for all
 */
public record ListHolds(List<String> keys) {
  public ListHolds {
    keys = keys == null ? null : List.copyOf(keys);
  }
}
