package io.moneyprinter.storage.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
      if (!Files.exists(file)) {
        make(file);
      }
      return UUID.fromString(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          file + " is damaged: delete it, and the folder gets a new name", e);
    }
  }

  /** Whoever is first wins, and nobody sees half a name. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), FILE, ".part");
    try {
      Files.writeString(part, UUID.randomUUID() + "\n");
      name(part, file);
    } catch (FileAlreadyExistsException e) {
      return; // Another process was first.
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void name(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // No second names on this disk (exFAT, some shares). This move does not replace either.
      Files.move(part, file);
    }
  }
}
