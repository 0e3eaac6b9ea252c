package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;

/** Says why a run did not succeed, in our codes. */
final class RunFailure {
  private static final int KILLED = 128 + 9;

  private RunFailure() {}

  /** A run that we ended ourselves. */
  static ServiceFailure ended(FailureCode why, FfmpegCommand command) {
    return new ServiceFailure(
        why,
        why == FailureCode.TIMEOUT
            ? "FFmpeg could not "
                + command.purpose()
                + " within "
                + command.limit().toSeconds()
                + " s: the machine is too busy, or the input too large"
            : "Told to stop while FFmpeg was to " + command.purpose());
  }

  /** A run that ended badly by itself. */
  static ServiceFailure of(int status, FfmpegCommand command, String tail) {
    if (DiskTrouble.full(tail)) {
      return new ServiceFailure(
          FailureCode.RESOURCE,
          "The disk is full: FFmpeg could not "
              + command.purpose()
              + ". Free some space in the data folder, then resume the job");
    }
    if (status == KILLED) {
      return new ServiceFailure(
          FailureCode.RESOURCE,
          "The system killed FFmpeg while it was to "
              + command.purpose()
              + ", most likely for want of memory: run fewer encoders at once");
    }
    return new ServiceFailure(
        FailureCode.INTERNAL,
        "FFmpeg could not "
            + command.purpose()
            + " (status "
            + status
            + "): "
            + (tail.isEmpty() ? "it said nothing" : tail));
  }
}
