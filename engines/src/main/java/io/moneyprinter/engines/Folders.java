package io.moneyprinter.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** What the engines do with folders beyond what {@link Files} offers. */
final class Folders {
  private Folders() {}

  /** Makes the folder of a server, open to its owner alone, and answers its real path. */
  static Path own(Path folder) {
    try {
      Path absolute = folder.toAbsolutePath().normalize();
      if (!Files.isDirectory(absolute)) {
        Files.createDirectories(absolute.getParent());
        Files.createDirectory(absolute, withPermissions("rwx------"));
      }
      Path real = absolute.toRealPath();
      if (!Files.isWritable(real) || !Files.isExecutable(real)) {
        throw new AccessDeniedException(real.toString());
      }
      return real;
    } catch (IOException e) {
      throw failure("Could not use the data folder " + folder, folder, e);
    }
  }

  /**
   * Makes a folder that every user may enter, whatever this process withholds from new files by
   * default.
   */
  static void makeOpen(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    makeOpen(folder.getParent());
    try {
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e; // else somebody else was quicker
      }
    }
  }

  static FileAttribute<Set<PosixFilePermission>> withPermissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** Deletes a folder with all it holds, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException error)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Gives a folder and all it holds to another user; only root may. */
  static void giveTo(int user, int group, Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            return give(visited);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return give(file);
          }

          private FileVisitResult give(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * What root makes in another user's folder belongs to that user, who must be able to go on
   * without root.
   */
  static void giveToOwnerOfParent(Path file) throws IOException {
    Object user = Files.getAttribute(file.getParent(), "unix:uid");
    if (!user.equals(Files.getAttribute(file, "unix:uid"))) {
      Files.setAttribute(file, "unix:uid", user);
      Files.setAttribute(file, "unix:gid", Files.getAttribute(file.getParent(), "unix:gid"));
    }
  }

  /** Makes new names in the folder outlive a power cut. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The exception for an error of the file system, with the remedy for the common causes. */
  static EngineException failure(String what, Path place, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    String text = reason.toLowerCase(Locale.ROOT);
    String remedy;
    if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
      return new EngineException(
          what + ": this user may not write there",
          "Give the folder to the user that runs moneyprinter (chown), or choose another folder",
          cause);
    } else if (text.contains("no space left") || text.contains("quota exceeded")) {
      remedy = "Free space on the disk of " + place + ", or choose another folder";
    } else if (text.contains("read-only file system")) {
      remedy = "Choose a folder on a disk that may be written to";
    } else if (cause instanceof NoSuchFileException) {
      remedy = "Check that the path exists and that the folder is not removed by another program";
    } else {
      remedy = "Check the path and the disk, or choose another folder";
    }
    return new EngineException(what + ": " + reason, remedy, cause);
  }
}
