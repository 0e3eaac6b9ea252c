package io.moneyprinter.engines;

import java.nio.file.Path;

/** One cache for the tests of this module, so that programs are unpacked once per build. */
final class SharedCache {
  static final Path FOLDER = Path.of("target", "engine-cache").toAbsolutePath();

  private SharedCache() {}
}
