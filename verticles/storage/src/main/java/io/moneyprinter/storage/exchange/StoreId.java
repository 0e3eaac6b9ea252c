package io.moneyprinter.storage.exchange;

import io.moneyprinter.platform.files.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of a data folder, by which the books know what lies in it. Kept in the folder. */
public final class StoreId {
  private static final String FILE = "store-id";

  private StoreId() {}

  /** Reads the name, or gives the folder one. Blocks. */
  public static UUID of(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      new PrivateFile(file).writeIfAbsent(UUID.randomUUID() + "\n");
      return UUID.fromString(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          file + " is damaged: delete it, and the folder gets a new name", e);
    }
  }
}
