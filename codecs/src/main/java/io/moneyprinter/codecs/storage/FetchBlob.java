package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Brings a stored file onto this node, from another node or a bucket. Asked on the node itself
 * only.
 */
public record FetchBlob(String key) {
  public FetchBlob {
    Objects.requireNonNull(key, "key");
  }
}
