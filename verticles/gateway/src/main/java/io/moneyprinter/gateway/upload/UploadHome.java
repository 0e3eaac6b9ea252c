package io.moneyprinter.gateway.upload;

import io.moneyprinter.platform.files.PrivateFile;
import io.moneyprinter.platform.node.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
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
      new PrivateFile(file).writeIfAbsent(UUID.randomUUID().toString());
      return new UploadHome(UUID.fromString(Files.readString(file).strip()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be named in " + file, e);
    }
  }
}
