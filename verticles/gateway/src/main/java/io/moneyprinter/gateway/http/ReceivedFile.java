package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/**
 * Writes a request body to a file as it comes, so that a large one takes no memory. What the client
 * says of its length is checked before, and what really comes while it comes. On the event loop of
 * the request.
 */
public final class ReceivedFile {
  private final HttpServerRequest request;
  private final long limit;
  private final Promise<Long> whole = Promise.promise();
  private long bytes;

  private ReceivedFile(HttpServerRequest request, long limit) {
    this.request = request;
    this.limit = limit;
  }

  /**
   * Receives a body.
   *
   * @param target is made anew
   * @param limit most bytes
   * @return how many bytes came; fails with {@link Refusal} 413 when there are more, {@code
   *     INVALID} when there are none or the client went away, {@code RESOURCE} when the disk is
   *     full
   */
  public static Future<Long> write(
      Vertx vertx, HttpServerRequest request, Path target, long limit) {
    String said = request.getHeader("Content-Length");
    if (said != null && (said.length() > 18 || Long.parseLong(said) > limit)) {
      return Future.failedFuture(tooLarge(limit));
    }
    request.pause();
    OpenOptions fresh = new OpenOptions().setCreateNew(true).setRead(false);
    return vertx
        .fileSystem()
        .open(target.toString(), fresh)
        .recover(cause -> Future.failedFuture(full(cause)))
        .compose(file -> new ReceivedFile(request, limit).into(file));
  }

  private Future<Long> into(AsyncFile file) {
    file.exceptionHandler(cause -> whole.tryFail(full(cause)));
    ArrivingBody body = ArrivingBody.of(request);
    body.exceptionHandler(
        gone -> whole.tryFail(ServiceFailure.invalid("", "The upload was broken off")));
    request.endHandler(end -> whole.tryComplete(bytes));
    request.handler(
        chunk -> {
          bytes += chunk.length();
          if (bytes > limit) {
            // What would still come is without end, for all we know.
            request.response().bodyEndHandler(told -> request.connection().close());
            whole.tryFail(tooLarge(limit));
          } else if (!whole.future().isComplete()) {
            write(file, chunk);
          }
        });
    request.resume();
    return whole
        .future()
        .eventually(file::close)
        .map(
            count -> {
              if (count == 0) {
                throw ServiceFailure.invalid("", "The body is empty: send the file itself as body");
              }
              return count;
            });
  }

  private void write(AsyncFile file, Buffer chunk) {
    file.write(chunk).onFailure(cause -> whole.tryFail(full(cause)));
    if (file.writeQueueFull()) {
      request.pause();
      file.drainHandler(room -> request.resume());
    }
  }

  private static Refusal tooLarge(long limit) {
    return new Refusal(
        413, "The file is larger than %d bytes, the most that is taken".formatted(limit));
  }

  private static ServiceFailure full(Throwable cause) {
    return new ServiceFailure(
        FailureCode.RESOURCE, "The file could not be written: " + cause.getMessage());
  }
}
