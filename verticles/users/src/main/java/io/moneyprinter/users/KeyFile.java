package io.moneyprinter.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where the first API key is left for its owner to pick up: a file that only the owner reads. */
final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  KeyFile(Path folder) {
    this.path = folder.resolve("api-key");
  }

  Path path() {
    return path;
  }

  /** Writes the key, whole or not at all; blocks. It is never readable by others, not even new. */
  Path write(ApiKey key) throws IOException {
    Files.createDirectories(path.getParent());
    boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(path.getParent(), "api-key-", ".new", attributes);
    try {
      Files.writeString(fresh, key.text() + "\n", StandardCharsets.US_ASCII);
      return Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
