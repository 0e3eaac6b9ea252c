package io.moneyprinter.gateway.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of a folder, for those who change the studio: a reload shows what they wrote. */
record FolderPages(Path folder, BundledPages libraries) implements PageSource {
  @Override
  public Optional<byte[]> read(String path) throws IOException {
    if (path.startsWith(BundledPages.LIBRARIES)) {
      return libraries.read(path);
    }
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  @Override
  public String build() {
    return "live";
  }

  @Override
  public boolean lasting() {
    return false;
  }
}
