package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Answers a request for a file with all of it, parts of it, or nothing but word that the caller has
 * it already (RFC 9110 §13 and §14). The content's hash is the tag, so a download can be taken up
 * again safely.
 */
final class RangedAnswer {
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Blob blob;
  private final String mediaType;

  /**
   * @param request whose answer has its other headers already
   */
  RangedAnswer(HttpServerRequest request, Blob blob, String mediaType) {
    this.request = request;
    this.response = request.response();
    this.blob = blob;
    this.mediaType = mediaType;
  }

  /**
   * Answers.
   *
   * @param bytes where the file's bytes come from, asked for just before they are sent, with what
   *     is wanted of them
   */
  Future<?> send(Function<ByteRange, Future<? extends FileBytes>> bytes) {
    String etag = EntityTag.strong(blob.key());
    response
        .putHeader("Content-Type", mediaType)
        .putHeader("ETag", etag)
        .putHeader("Accept-Ranges", "bytes");
    if (EntityTag.matches(request.getHeader("If-None-Match"), etag)) {
      response.headers().remove("Content-Type");
      return response.setStatusCode(304).end();
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      return response.putHeader("Content-Length", Long.toString(blob.size())).end();
    }
    ByteRange range = range(etag);
    if (range instanceof ByteRange.Outside) {
      response.putHeader("Content-Range", "bytes */" + blob.size());
      throw new Refusal(416, "The file has " + blob.size() + " bytes");
    }
    return bytes.apply(range).compose(source -> send(range, source));
  }

  /** A range counts only while the file is still the one the caller began with. */
  private ByteRange range(String etag) {
    String condition = request.getHeader("If-Range");
    boolean same = condition == null || condition.strip().equals(etag);
    return ByteRange.of(same ? request.getHeader("Range") : null, blob.size());
  }

  private Future<Void> send(ByteRange range, FileBytes bytes) {
    if (range instanceof ByteRange.Parts several) {
      return several(several.parts(), bytes);
    }
    if (range instanceof ByteRange.Part part) {
      response.setStatusCode(206).putHeader("Content-Range", place(part));
      return stretch(bytes, part.from(), part.length());
    }
    return stretch(bytes, 0, blob.size());
  }

  private Future<Void> stretch(FileBytes bytes, long from, long length) {
    response.putHeader("Content-Length", Long.toString(length));
    return bytes.end(response, from, length);
  }

  private String place(ByteRange.Part part) {
    return "bytes " + part.from() + "-" + part.to() + "/" + blob.size();
  }

  /** {@code multipart/byteranges} (RFC 9110 §14.6), its length known beforehand. */
  private Future<Void> several(List<ByteRange.Part> parts, FileBytes bytes) {
    String boundary = UUID.randomUUID().toString();
    String end = "\r\n--" + boundary + "--\r\n";
    long length = size(end);
    for (ByteRange.Part part : parts) {
      length += size(head(boundary, part)) + part.length();
    }
    response
        .setStatusCode(206)
        .putHeader("Content-Type", "multipart/byteranges; boundary=" + boundary)
        .putHeader("Content-Length", Long.toString(length));
    Future<Void> sent = Future.succeededFuture();
    for (ByteRange.Part part : parts) {
      sent =
          sent.compose(before -> response.write(head(boundary, part)))
              .compose(headed -> bytes.write(response, part.from(), part.length()));
    }
    return sent.compose(all -> response.end(end));
  }

  private String head(String boundary, ByteRange.Part part) {
    return "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
        .formatted(boundary, mediaType, place(part));
  }

  private static long size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
