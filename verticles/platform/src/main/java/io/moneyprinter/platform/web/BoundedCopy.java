package io.moneyprinter.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClientResponse;
import java.util.function.Supplier;

/** Writes an answer to a file as it comes, no faster than the disk takes it. */
final class BoundedCopy {
  private final HttpClientResponse response;
  private final AsyncFile file;
  private final long most;
  private final Supplier<? extends Throwable> tooLarge;
  private final Promise<Void> read = Promise.promise();
  private long bytes;

  BoundedCopy(
      HttpClientResponse response,
      AsyncFile file,
      long most,
      Supplier<? extends Throwable> tooLarge) {
    this.response = response;
    this.file = file;
    this.most = most;
    this.tooLarge = tooLarge;
  }

  /** How many bytes came; to be called at once, and once. The file is left open. */
  Future<Long> run() {
    file.exceptionHandler(read::tryFail);
    response
        .exceptionHandler(read::tryFail)
        .endHandler(end -> read.tryComplete())
        .handler(this::take);
    return read.future().map(done -> bytes);
  }

  private void take(Buffer chunk) {
    if (read.future().isComplete()) {
      return;
    }
    bytes += chunk.length();
    if (bytes > most) {
      read.tryFail(tooLarge.get());
      return;
    }
    file.write(chunk);
    if (file.writeQueueFull()) {
      response.pause();
      file.drainHandler(drained -> response.resume());
    }
  }
}
