package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Refuses to fill the disk to its last byte: databases and logs on it need room to go on.
 *
 * @param folder on the disk that is watched
 * @param reserve bytes that stay free
 */
record FreeSpace(Path folder, long reserve) {
  /** Fails with {@code RESOURCE} when less than the reserve is free. Blocks. */
  void demand() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < reserve) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "Only "
              + free
              + " bytes are free under "
              + folder
              + ", and "
              + reserve
              + " are kept in reserve: free some space, move the data folder to a larger disk, or"
              + " lower storage.minimum-free");
    }
  }
}
