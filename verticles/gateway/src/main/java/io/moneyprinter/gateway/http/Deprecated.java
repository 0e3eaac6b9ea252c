package io.moneyprinter.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Something that clients should use no longer, said on each answer that used it: {@code
 * Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and where to read more.
 *
 * @param since when it was deprecated
 * @param until when it may stop to work; {@code null} while that is open
 * @param explained path of a page about it
 */
public record Deprecated(Instant since, Instant until, String explained) {
  public void announce(RoutingContext ctx) {
    MultiMap headers = ctx.response().headers();
    headers.set("Deprecation", "@" + since.getEpochSecond());
    if (until != null) {
      headers.set(
          "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC)));
    }
    headers.add("Link", "<" + explained + ">; rel=\"deprecation\"");
  }
}
