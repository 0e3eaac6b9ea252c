package io.moneyprinter.platform.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * The key of an installation that was given none: 256 bits, made once, in a file that its owner
 * alone reads.
 */
public final class MadeKey {
  private static final int BYTES = 32;

  private final Path path;

  /**
   * @param folder of the node's data
   * @param name of the file
   */
  public MadeKey(Path folder, String name) {
    this.path = folder.resolve(name);
  }

  /**
   * Reads it, made where there is none. Blocking.
   *
   * @param text how a new one is written
   */
  public String read(SecureRandom random, Function<byte[], String> text) throws IOException {
    if (!Files.exists(path)) {
      byte[] key = new byte[BYTES];
      random.nextBytes(key);
      write(text.apply(key));
    }
    return Files.readString(path).strip();
  }

  private void write(String key) throws IOException {
    Path folder = path.getParent();
    Files.createDirectories(folder);
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder, path.getFileName() + "-", ".new", attributes);
    try {
      Files.writeString(fresh, key + "\n");
      Files.createLink(path, fresh); // unlike a move, never over another node's key
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
