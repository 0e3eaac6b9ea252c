package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells a trouble of the machine's disk from a fault of ours. */
public final class DiskTrouble {
  private DiskTrouble() {}

  /** Whether a text of the system says that there is no more room. */
  static boolean full(String text) {
    return text != null
        && (text.contains("No space left on device") || text.contains("Disk quota exceeded"));
  }

  /** For {@code recover}: a failure to read or write becomes {@code RESOURCE}, with the remedy. */
  public static <T> Future<T> named(Throwable cause) {
    if (cause instanceof IOException || cause instanceof UncheckedIOException) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.RESOURCE,
              full(cause.getMessage())
                  ? "The disk is full: free some space in the data folder, then resume the job"
                  : "The data folder cannot be read or written: " + cause.getMessage()));
    }
    return Future.failedFuture(cause);
  }
}
