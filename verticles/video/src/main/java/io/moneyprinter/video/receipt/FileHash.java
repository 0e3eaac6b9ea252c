package io.moneyprinter.video.receipt;

import io.moneyprinter.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Names a file by its content, as the store does. */
public final class FileHash {
  private static final int CHUNK = 1 << 16;

  private FileHash() {}

  /** SHA-256 of a file, hex. Blocks. */
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = Sha256.begin();
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
