package io.moneyprinter.gateway.upload;

import io.moneyprinter.platform.node.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the bytes of uploads lie: the data folder of a node, by a name that lasts longer than the
 * node. Nodes that share a folder have the same.
 *
 * @param id a UUID
 */
public record UploadHome(String id) {
  private static final String FILE = "home.id";

  /** The name of a data folder; it gets one if it has none. Blocks. */
  public static UploadHome of(DataFolder data) {
    Path file = data.root().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Path fresh = Files.createTempFile(data.root(), FILE, ".new");
        Files.writeString(fresh, UUID.randomUUID().toString());
        take(fresh, file);
      }
      return new UploadHome(UUID.fromString(Files.readString(file).strip()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be named in " + file, e);
    }
  }

  /** Another node with the same folder may do so at the same time: the first name stays. */
  private static void take(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh);
    }
  }
}
