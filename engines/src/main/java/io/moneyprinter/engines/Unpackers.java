package io.moneyprinter.engines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** How the artifacts pack their servers. */
final class Unpackers {
  private Unpackers() {}

  /** The resource is the program itself: it becomes one file of the given name. */
  static ProgramCache.Unpacker program(String name) {
    return (content, into) -> {
      Path file = into.resolve(name);
      Files.copy(content, file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    };
  }

  /** A tar archive packed with xz, with symbolic links and the executable bit. */
  static void tarXz(InputStream content, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(content, 1 << 16)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        unpack(entry, tar, into);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    Path path = into.resolve(entry.getName()).normalize();
    if (!path.startsWith(into)) {
      throw new IOException("The archive names a path outside of itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Folders.makeOpen(path);
      return;
    }
    if (path.toString().endsWith(".a")) {
      return; // for linking other programs against; no server opens it
    }
    Folders.makeOpen(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, into.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(content, path);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
