package io.moneyprinter.storage;

import io.moneyprinter.platform.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The name a file has in the store, taken from its bytes (SHA-256, FIPS 180-4).
 *
 * @param key 64 lower-case hex digits
 * @param size bytes
 */
record ContentHash(String key, long size) {
  private static final int CHUNK = 256 * 1024;

  /** Reads the channel to its end; holds {@value #CHUNK} bytes at a time. Blocks. */
  static ContentHash of(ReadableByteChannel channel) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long size = 0;
    while (channel.read(chunk) >= 0) {
      chunk.flip();
      size += chunk.remaining();
      digest.update(chunk);
      chunk.clear();
    }
    return new ContentHash(HexFormat.of().formatHex(digest.digest()), size);
  }

  private static MessageDigest sha256() {
    return Sha256.begin();
  }
}
