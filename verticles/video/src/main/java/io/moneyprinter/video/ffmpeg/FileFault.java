package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;

/** Refusals of a file that was looked at. */
final class FileFault {
  private FileFault() {}

  static <T> Future<T> refuse(String sentence) {
    return Future.failedFuture(ServiceFailure.invalid("/blob", sentence));
  }

  /**
   * For {@code recover}: what FFmpeg does not understand is the file's fault; a refusal that says
   * more, and what the machine causes, are passed on.
   */
  static <T> Future<T> blame(Throwable cause, String sentence) {
    if (cause instanceof ServiceFailure failure && failure.code() != FailureCode.INTERNAL) {
      return Future.failedFuture(cause);
    }
    return refuse(sentence);
  }
}
