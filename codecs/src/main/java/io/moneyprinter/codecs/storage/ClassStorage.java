package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * What is stored of one class.
 *
 * @param storageClass such as {@code RESULTS}
 */
public record ClassStorage(StorageClass storageClass, long objects, long bytes) {
  public ClassStorage {
    Objects.requireNonNull(storageClass, "storageClass");
  }
}
