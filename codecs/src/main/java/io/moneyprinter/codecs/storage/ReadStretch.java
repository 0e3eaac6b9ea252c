package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Reads some bytes of a stored file, wherever it is and however it is kept; only what is needed of
 * it is fetched and decrypted. Asked on the node itself only.
 *
 * @param offset of the first byte, from 0
 * @param length 1 to {@link #MOST} bytes
 */
public record ReadStretch(String key, long offset, int length) {
  /** Most bytes at once: 4 MiB. */
  public static final int MOST = 4 << 20;

  public ReadStretch {
    Objects.requireNonNull(key, "key");
  }
}
