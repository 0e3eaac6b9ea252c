package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * A stored file, named by its content: equal bytes have equal keys.
 *
 * @param key SHA-256 of the bytes, 64 lower-case hex digits
 * @param size bytes
 * @param mediaType such as {@code video/mp4}
 */
public record Blob(String key, long size, String mediaType) {
  public Blob {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(mediaType, "mediaType");
    if (!isKey(key)) {
      throw new IllegalArgumentException("Not a blob key: 64 hex digits are wanted");
    }
    if (size < 0) {
      throw new IllegalArgumentException("A size cannot be negative: " + size);
    }
  }

  /** Whether the text has the form of a key. Nothing else may ever be looked up as a file. */
  public static boolean isKey(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }
}
