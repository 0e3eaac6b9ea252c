package io.moneyprinter.storage.orphans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files below one folder. Everything here blocks. */
final class FolderFiles {
  private final Path folder;

  FolderFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A file.
   *
   * @param name path below the folder, with {@code /}
   */
  record Found(String name, long size, Instant changed) {
    /** The last part of its name. */
    String bare() {
      return name.substring(name.lastIndexOf('/') + 1);
    }
  }

  List<Found> all() throws IOException {
    List<Found> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file :
          all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
        try {
          found.add(
              new Found(
                  folder.relativize(file).toString().replace('\\', '/'),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
          continue; // Went meanwhile.
        }
      }
    }
    return found;
  }

  /** Removes one that {@link #all} named. */
  boolean remove(String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new IllegalArgumentException("Not a file of this folder: " + name);
    }
    return Files.deleteIfExists(file);
  }
}
