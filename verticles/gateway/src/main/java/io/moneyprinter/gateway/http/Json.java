package io.moneyprinter.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;

/** Writes records as JSON answers. */
public final class Json {
  private Json() {}

  public static Buffer buffer(Record value) {
    try {
      return Buffer.buffer(RecordJson.wire().writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On one line, for event streams. */
  public static String line(Record value) {
    return buffer(value).toString();
  }

  /** Answers with a record that must be asked for anew each time. */
  public static Future<Void> answer(RoutingContext ctx, int status, Record value) {
    HttpServerResponse response = ctx.response().setStatusCode(status);
    if (!response.headers().contains("Cache-Control")) {
      response.putHeader("Cache-Control", "no-store");
    }
    return response.putHeader("Content-Type", "application/json").end(buffer(value));
  }

  /** Answers with a record and its tag, or with 304 when the caller has just that one. */
  public static Future<Void> answer(RoutingContext ctx, String etag, Record value) {
    ctx.response().putHeader("ETag", etag).putHeader("Cache-Control", "private, no-cache");
    if (EntityTag.matches(ctx.request().getHeader("If-None-Match"), etag)) {
      return ctx.response().setStatusCode(304).end();
    }
    return answer(ctx, 200, value);
  }
}
