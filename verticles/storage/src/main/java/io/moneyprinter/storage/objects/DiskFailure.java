package io.moneyprinter.storage.objects;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says what is wrong with this machine's disk, and what to do. */
public final class DiskFailure {
  private DiskFailure() {}

  /**
   * The failure to give.
   *
   * @param where what was read or written
   * @param cause given as it is when it is no failure of the disk
   */
  public static Throwable told(Path where, Throwable cause) {
    Throwable disk = cause;
    while (disk != null && !(disk instanceof IOException) && !(disk instanceof ServiceFailure)) {
      disk = disk.getCause();
    }
    if (!(disk instanceof IOException)) {
      return cause;
    }
    String why =
        disk instanceof FileSystemException e && e.getReason() != null
            ? e.getReason()
            : disk.getMessage();
    return new ServiceFailure(
        FailureCode.RESOURCE,
        where
            + " cannot be written or read ("
            + why
            + "): free some space, or check that the folder is writable");
  }
}
