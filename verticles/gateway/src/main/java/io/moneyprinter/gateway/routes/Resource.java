package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/**
 * A small file of our own, held in memory and answered with a tag.
 *
 * @param etag from its content
 */
record Resource(String mediaType, Buffer bytes, String etag) {
  /** Reads a class-path resource; blocks shortly. */
  static Resource read(String path, String mediaType) {
    try (InputStream in = Resource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException("Missing from the jar: " + path);
      }
      return of(in.readAllBytes(), mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Resource of(byte[] bytes, String mediaType) {
    byte[] hash = Sha256.of(bytes);
    String tag = EntityTag.strong(HexFormat.of().formatHex(hash, 0, 12));
    return new Resource(mediaType, Buffer.buffer(bytes), tag);
  }

  /** Browsers keep it but ask each time; the page and its parts always fit together. */
  Future<?> answer(RoutingContext ctx) {
    ctx.response().putHeader("ETag", etag).putHeader("Cache-Control", "no-cache");
    if (EntityTag.matches(ctx.request().getHeader("If-None-Match"), etag)) {
      return ctx.response().setStatusCode(304).end();
    }
    return ctx.response().putHeader("Content-Type", mediaType).end(bytes);
  }
}
