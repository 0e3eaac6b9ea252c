package io.moneyprinter.notification.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of an installation that was given none: made once, readable by its owner only. */
public final class KeyFile {
  private static final int BYTES = 32;

  private final Path path;

  public KeyFile(Path folder) {
    this.path = folder.resolve("notification-key");
  }

  /** Reads the key in Base64, made when there is none. Blocking. */
  public String read(SecureRandom random) throws IOException {
    if (!Files.exists(path)) {
      make(random);
    }
    return Files.readString(path).strip();
  }

  private void make(SecureRandom random) throws IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    Files.createDirectories(path.getParent());
    boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(path.getParent(), "notification-key-", ".new", attributes);
    try {
      Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
      Files.createLink(path, fresh); // unlike a move, never over another node's key
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
