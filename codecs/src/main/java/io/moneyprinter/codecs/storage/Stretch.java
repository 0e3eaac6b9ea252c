package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Bytes of a stored file.
 *
 * @param bytes as many as were asked for, fewer at the end of the file; never changed
 */
public record Stretch(byte[] bytes) {
  public Stretch {
    Objects.requireNonNull(bytes, "bytes");
  }
}
