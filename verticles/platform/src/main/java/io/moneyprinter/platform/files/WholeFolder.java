package io.moneyprinter.platform.files;

import io.moneyprinter.platform.node.DataFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is filled once and never changed, such as an unpacked program. Several processes
 * may fill it at once: the first one's stays. Every call blocks.
 *
 * @param path where it lies, beside others of its kind
 */
public record WholeFolder(Path path) {
  private static final String FRESH = ".filling-";

  /** Longer than any filling takes: what is older was left by a process that was killed. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** Puts the files into a folder. */
  @FunctionalInterface
  public interface Filling {
    void into(Path folder) throws IOException;
  }

  /** Fills it unless that was done; gives its path. */
  public Path filledBy(Filling filling) throws IOException {
    if (Files.isDirectory(path)) {
      return path;
    }
    Path beside = Files.createDirectories(path.toAbsolutePath().getParent());
    removeAbandoned(beside);
    Path fresh = Files.createTempDirectory(beside, FRESH);
    try {
      filling.into(fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
    } finally {
      DataFolder.delete(fresh);
    }
    return path;
  }

  private static void removeAbandoned(Path beside) throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    List<Path> left;
    try (Stream<Path> all = Files.list(beside)) {
      left = all.filter(each -> each.getFileName().toString().startsWith(FRESH)).toList();
    }
    for (Path each : left) {
      if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
        DataFolder.delete(each);
      }
    }
  }
}
