package io.moneyprinter.storage.sealing;

import io.moneyprinter.platform.sealing.WrappedKey;
import java.util.Objects;
import java.util.Optional;

/**
 * How an object was made of a file.
 *
 * @param key of its encryption; empty when it is not encrypted
 */
public record Seal(Encoding encoding, Optional<WrappedKey> key) {
  public Seal {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(key, "key");
  }

  /** The file as it is. */
  public static Seal none() {
    return new Seal(Encoding.IDENTITY, Optional.empty());
  }

  /** Whether the object is the file, byte for byte. */
  public boolean plain() {
    return encoding == Encoding.IDENTITY && key.isEmpty();
  }
}
