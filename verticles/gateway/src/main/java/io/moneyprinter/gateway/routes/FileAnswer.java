package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers with a stored file, whole or in part, straight from the disk: players seek by ranges. */
final class FileAnswer {
  private final Vertx vertx;
  private final Function<Blob, Future<Path>> files;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  FileAnswer(Vertx vertx, Function<Blob, Future<Path>> files) {
    this.vertx = vertx;
    this.files = files;
  }

  /**
   * Sends the file.
   *
   * @param disposition value of the header {@code Content-Disposition}
   * @param gone what the answer is when nobody has the file
   */
  Future<?> send(
      RoutingContext ctx, Blob blob, String mediaType, String disposition, Throwable gone) {
    return send(ctx, blob, mediaType, disposition, () -> Future.succeededFuture(gone));
  }

  /**
   * The same where it has to be found out first why nobody has the file.
   *
   * @param gone finds out what the answer is then
   */
  Future<?> send(
      RoutingContext ctx,
      Blob blob,
      String mediaType,
      String disposition,
      Supplier<Future<Throwable>> gone) {
    return files
        .apply(blob)
        .recover(
            cause ->
                isMissing(cause)
                    ? gone.get().compose(Future::failedFuture)
                    : Future.failedFuture(cause))
        .compose(
            path -> {
              ctx.response()
                  .putHeader("Cache-Control", "private, max-age=86400")
                  .putHeader("Content-Security-Policy", SecurityHeaders.MEDIA_POLICY)
                  .putHeader("Content-Disposition", disposition);
              return new RangedAnswer(ctx.request(), blob, mediaType)
                  .send(range -> Future.succeededFuture(new DiskBytes(vertx, path)));
            });
  }

  static boolean isMissing(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND;
  }
}
