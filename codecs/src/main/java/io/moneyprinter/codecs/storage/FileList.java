package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Files by their keys.
 *
 * @param keys each once
 */
public record FileList(List<String> keys) {
  public FileList {
    keys = keys == null ? List.of() : List.copyOf(keys);
  }
}
