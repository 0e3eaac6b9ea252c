package io.moneyprinter.codecs.storage;

import java.util.Arrays;
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

  /** By what the bytes are, as records compare everything else. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Stretch stretch && Arrays.equals(bytes, stretch.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Stretch[" + bytes.length + " bytes]";
  }
}
