package io.moneyprinter.gateway.page;

import java.io.IOException;
import java.util.Optional;

/** Where the studio's files come from. Every call blocks. */
sealed interface PageSource permits BundledPages, FolderPages {
  /**
   * The bytes of a file.
   *
   * @param path such as {@code core/router.js}, already {@linkplain StudioFiles checked}
   */
  Optional<byte[]> read(String path) throws IOException;

  /** What stands in the addresses of the files: another one whenever any of them is another. */
  String build() throws IOException;

  /** Whether the files of one build never change, so that browsers need not ask again. */
  boolean lasting();
}
