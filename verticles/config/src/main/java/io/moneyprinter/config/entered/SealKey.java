package io.moneyprinter.config.entered;

import io.moneyprinter.platform.digest.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What entered settings are sealed with: the operator's secret, else one made for this machine. */
final class SealKey {
  private static final int BYTES = 32;
  private static final String FILE = "entered-settings-key";

  private SealKey() {}

  /**
   * Reads the key, and makes one where there is none. Blocking.
   *
   * @param own the operator's, of any length
   * @param folder of the node's data
   */
  static byte[] read(Optional<String> own, Path folder) throws IOException {
    String text = own.isPresent() ? own.get() : kept(folder);
    return Sha256.of(text);
  }

  private static String kept(Path folder) throws IOException {
    Path path = folder.resolve(FILE);
    if (!Files.exists(path)) {
      make(path);
    }
    return Files.readString(path).strip();
  }

  private static void make(Path path) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(path.getParent());
    boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(path.getParent(), FILE, ".new", attributes);
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
      Files.createLink(path, fresh); // unlike a move, never over another node's key
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
