package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Answers with a stored file, whole or in part, straight from the disk. Players seek by ranges; the
 * content's hash is the tag, so a download can be taken up again safely.
 */
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
      RoutingContext ctx, Blob blob, String mediaType, String disposition, ServiceFailure gone) {
    return files
        .apply(blob)
        .recover(cause -> Future.failedFuture(isMissing(cause) ? gone : cause))
        .compose(path -> send(ctx, blob, mediaType, disposition, path.toString()));
  }

  static boolean isMissing(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND;
  }

  private static Future<Void> send(
      RoutingContext ctx, Blob blob, String mediaType, String disposition, String path) {
    String etag = EntityTag.strong(blob.key());
    HttpServerResponse response =
        ctx.response()
            .putHeader("Content-Type", mediaType)
            .putHeader("ETag", etag)
            .putHeader("Accept-Ranges", "bytes")
            .putHeader("Cache-Control", "private, max-age=86400")
            .putHeader("Content-Security-Policy", SecurityHeaders.MEDIA_POLICY)
            .putHeader("Content-Disposition", disposition);
    if (EntityTag.matches(ctx.request().getHeader("If-None-Match"), etag)) {
      return response.setStatusCode(304).end();
    }
    ByteRange range = rangeOf(ctx.request(), etag, blob.size());
    if (range instanceof ByteRange.Outside) {
      response.putHeader("Content-Range", "bytes */" + blob.size());
      throw new Refusal(416, "The file has " + blob.size() + " bytes");
    }
    long from = 0;
    long length = blob.size();
    if (range instanceof ByteRange.Part part) {
      from = part.from();
      length = part.length();
      response
          .setStatusCode(206)
          .putHeader("Content-Range", "bytes " + from + "-" + part.to() + "/" + blob.size());
    }
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      return response.putHeader("Content-Length", Long.toString(length)).end();
    }
    return response.sendFile(path, from, length);
  }

  /** A range counts only while the file is still the one the caller began with. */
  private static ByteRange rangeOf(HttpServerRequest request, String etag, long size) {
    String condition = request.getHeader("If-Range");
    boolean same = condition == null || condition.strip().equals(etag);
    return ByteRange.of(same ? request.getHeader("Range") : null, size);
  }
}
