package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.settings.DataSize;
import io.vertx.core.Future;
import io.vertx.core.file.FileSystem;
import java.nio.file.Path;

/**
 * Refuses to fill the disk to its last byte: databases and logs on it need room to go on.
 *
 * @param folder on the disk that is watched
 * @param reserve what stays free
 */
record FreeSpace(FileSystem files, Path folder, DataSize reserve) {
  /** The free bytes; fails with {@code RESOURCE} when they are fewer than the reserve. */
  Future<Long> demand() {
    return files.fsProps(folder.toString()).map(disk -> demanded(disk.usableSpace()));
  }

  /** Fails when so many bytes more would leave less than the reserve. */
  Future<Void> demand(long bytes) {
    return files
        .fsProps(folder.toString())
        .map(disk -> demanded(disk.usableSpace() - bytes))
        .mapEmpty();
  }

  private long demanded(long free) {
    if (free < reserve.bytes()) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "Only "
              + Math.max(0, free)
              + " bytes are free under "
              + folder
              + ", and "
              + reserve
              + " are kept in reserve: free some space, move the data folder to a larger disk, or"
              + " lower storage.minimum-free");
    }
    return free;
  }
}
