package io.moneyprinter.storage.sealing;

import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/** Zstandard (RFC 8878), for what gets smaller by it: texts. Media are compressed already. */
final class Compression {
  /** Below this, a file is not worth two forms. */
  private static final long LEAST = 512;

  private static final Set<String> TEXTS =
      Set.of(
          "application/json",
          "application/x-subrip",
          "application/xml",
          "application/yaml",
          "image/svg+xml");

  private Compression() {}

  /** Whether a file of this kind is likely to get smaller. */
  static boolean pays(String mediaType, long size) {
    String type = mediaType.split(";", 2)[0].strip();
    return size >= LEAST && (type.startsWith("text/") || TEXTS.contains(type));
  }

  static OutputStream compressing(OutputStream target) throws IOException {
    return new ZstdOutputStream(target);
  }

  static InputStream decompressing(InputStream source) throws IOException {
    return new ZstdInputStream(source);
  }
}
