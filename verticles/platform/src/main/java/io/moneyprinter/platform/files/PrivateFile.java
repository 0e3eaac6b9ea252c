package io.moneyprinter.platform.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small text file that only its owner may read, from its first moment on, and that nobody ever
 * sees half written. Folders on the way are made. Every call blocks.
 *
 * @param path where it lies
 */
public record PrivateFile(Path path) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Writes it, in place of one that is there. */
  public void write(String text) throws IOException {
    Path fresh = fresh(text);
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Writes it unless it is there: of several processes that do so at once the first one wins. */
  public void writeIfAbsent(String text) throws IOException {
    if (Files.exists(path)) {
      return;
    }
    Path fresh = fresh(text);
    try {
      place(fresh);
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void place(Path fresh) throws IOException {
    try {
      Files.createLink(path, fresh); // unlike an atomic move, never over another process's file
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // No second names on this disk (exFAT, some shares). This move does not replace either.
      Files.move(fresh, path);
    }
  }

  private Path fresh(String text) throws IOException {
    Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
    FileAttribute<?>[] attributes =
        posix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder, path.getFileName() + "-", ".new", attributes);
    return Files.writeString(fresh, text, StandardCharsets.UTF_8);
  }

  /** Takes everybody else's permission to read a file that another program wrote. */
  public void keepToOwner() throws IOException {
    if (posix(path.toAbsolutePath().getParent())) {
      Files.setPosixFilePermissions(path, OWNER_ONLY);
    }
  }

  private static boolean posix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
