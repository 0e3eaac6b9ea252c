package io.moneyprinter.launcher.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner reads. Blocks. */
final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /** Writes it, whole or not at all; nobody else can read it at any moment. */
  static void write(Path path, String text) throws IOException {
    FileAttribute<?>[] attributes =
        posix(path)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(path.toAbsolutePath().getParent(), ".new-", "", attributes);
    try {
      Files.writeString(fresh, text, StandardCharsets.US_ASCII);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Takes everybody else's permission to read it. */
  static void close(Path path) throws IOException {
    if (posix(path)) {
      Files.setPosixFilePermissions(path, OWNER_ONLY);
    }
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
  }
}
