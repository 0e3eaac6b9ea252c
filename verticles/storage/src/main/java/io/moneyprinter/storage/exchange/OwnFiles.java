package io.moneyprinter.storage.exchange;

import io.vertx.core.Future;
import java.nio.file.Path;

/** What this node hands to others. Both fail with {@code NOT_FOUND} for what is not on it. */
public interface OwnFiles {
  /** A whole file, brought out of the encrypted folder if it lies there. */
  Future<Path> whole(String key);

  /** Some bytes of a file, of which no more is decrypted than that takes; fewer at its end. */
  Future<byte[]> stretch(String key, long offset, int length);
}
