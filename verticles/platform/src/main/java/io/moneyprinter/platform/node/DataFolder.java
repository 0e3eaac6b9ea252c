package io.moneyprinter.platform.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The one folder a node writes to. What is asked for is made where it is missing, and an {@link
 * UncheckedIOException} says where it cannot be. All of it blocks; for any thread but an event
 * loop.
 *
 * <pre>
 * blobs/    finished files, named by content      staging/  files being written, one volume with blobs
 * uploads/  files coming in, to be gone on with    cache/    what can be made again (binaries)
 * scratch/  temporary files of work in progress
 * </pre>
 */
public final class DataFolder {
  private final Path root;

  public DataFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Absolute; the others lie in it. */
  public Path root() {
    return root;
  }

  /** Finished files, named by content. */
  public Path blobs() {
    return made(root.resolve("blobs"));
  }

  /** Files that are being written; on one volume with {@link #blobs}. */
  public Path staging() {
    return made(root.resolve("staging"));
  }

  /** Files that are coming in over the network; on one volume with {@link #staging}. */
  public Path uploads() {
    return made(root.resolve("uploads"));
  }

  /** A folder for things that can be made again, such as unpacked programs. */
  public Path cache(String name) {
    return made(root.resolve("cache").resolve(name));
  }

  /** A fresh, empty folder for one piece of work; the caller deletes it with {@link #delete}. */
  public Path scratch(String purpose) {
    try {
      return Files.createTempDirectory(made(root.resolve("scratch")), purpose + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a scratch folder under " + root, e);
    }
  }

  /**
   * Deletes what work in progress left behind when its process was killed.
   *
   * @param age only what was last touched longer ago; zero for all, where nobody else can be at
   *     work
   */
  public void sweepScratch(Duration age) {
    Instant before = Instant.now().minus(age);
    try (Stream<Path> left = Files.list(made(root.resolve("scratch")))) {
      for (Path folder : left.toList()) {
        if (!touched(folder).isAfter(before)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tidy the scratch folder under " + root, e);
    }
  }

  /** When a folder was last touched; long ago when its owner has deleted it in the meantime. */
  private static Instant touched(Path folder) throws IOException {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (NoSuchFileException gone) {
      return Instant.EPOCH;
    }
  }

  /**
   * Deletes a folder and all in it; links are removed, not followed. Does nothing when absent, and
   * lets others delete the same folder at the same time.
   */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
      if (failed instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failed;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
      if (failed != null && !(failed instanceof NoSuchFileException)) {
        throw failed;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
