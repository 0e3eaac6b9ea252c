package io.moneyprinter.users;

import io.moneyprinter.platform.files.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;

/** Where the first API key is left for its owner to pick up: a file that only the owner reads. */
final class KeyFile {
  private final PrivateFile file;

  KeyFile(Path folder) {
    this.file = new PrivateFile(folder.resolve("api-key"));
  }

  Path path() {
    return file.path();
  }

  /** Writes the key; blocks. */
  Path write(ApiKey key) throws IOException {
    file.write(key.text() + "\n");
    return path();
  }
}
