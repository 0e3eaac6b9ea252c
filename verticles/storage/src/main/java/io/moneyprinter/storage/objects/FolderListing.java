package io.moneyprinter.storage.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists the files below a folder as objects. */
final class FolderListing {
  private FolderListing() {}

  /**
   * Those behind a name, in the order of their names. Blocks.
   *
   * @param counts which files are objects
   */
  static List<StoredObject> of(Path folder, String after, int most, Predicate<Path> counts)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<StoredObject> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).filter(counts).toList()) {
        String object = folder.relativize(file).toString().replace('\\', '/');
        if (object.compareTo(after) > 0) {
          found.add(new StoredObject(object, Files.size(file)));
        }
      }
    }
    found.sort(Comparator.comparing(StoredObject::name));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }
}
