package io.moneyprinter.codecs.storage;

import java.util.Objects;

/** Asks for what is known of a stored file. */
public record FindBlob(String key) {
  public FindBlob {
    Objects.requireNonNull(key, "key");
  }
}
