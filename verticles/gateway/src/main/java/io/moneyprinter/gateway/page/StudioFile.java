package io.moneyprinter.gateway.page;

import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the studio, held in memory as it is sent.
 *
 * @param packed compressed by gzip
 * @param etag from its content
 */
record StudioFile(String mediaType, Buffer plain, Buffer packed, String etag) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "map", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json");

  /** Whether a file of this name is ever sent. */
  static boolean known(String path) {
    return TYPES.containsKey(ending(path));
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  static StudioFile of(String path, byte[] bytes) {
    byte[] hash = Sha256.of(bytes);
    return new StudioFile(
        TYPES.get(ending(path)),
        Buffer.buffer(bytes),
        Buffer.buffer(packed(bytes)),
        EntityTag.strong(HexFormat.of().formatHex(hash, 0, 12)));
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Sends it.
   *
   * @param keeping the Cache-Control of the answer
   */
  Future<?> answer(RoutingContext ctx, String keeping) {
    ctx.response()
        .putHeader("ETag", etag)
        .putHeader("Cache-Control", keeping)
        .headers()
        .add("Vary", "Accept-Encoding");
    if (EntityTag.matches(ctx.request().getHeader("If-None-Match"), etag)) {
      return ctx.response().setStatusCode(304).end();
    }
    ctx.response().putHeader("Content-Type", mediaType);
    String accepted = ctx.request().getHeader("Accept-Encoding");
    if (accepted == null || !accepted.contains("gzip") || packed.length() >= plain.length()) {
      return ctx.response().end(plain);
    }
    return ctx.response().putHeader("Content-Encoding", "gzip").end(packed);
  }
}
