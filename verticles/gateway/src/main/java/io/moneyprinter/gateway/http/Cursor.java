package io.moneyprinter.gateway.http;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place in a list, as clients hold it: opaque, so that what it is made of may change. It fits one
 * kind of list, and one that was cut short or put together by hand is refused. It is no secret and
 * grants nothing.
 */
public final class Cursor {
  /** The parameter that cursors replaced. */
  private static final Deprecated AFTER =
      new Deprecated(
          Instant.parse("2026-11-22T00:00:00Z"),
          Instant.parse("2027-12-31T00:00:00Z"),
          "/v1/openapi.json");

  private Cursor() {}

  /**
   * The cursor of what follows an entry.
   *
   * @param list its kind, in one word
   * @param key what the entry is known by
   */
  public static String after(String list, Object key) {
    String text = list + " " + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((text + " " + sum(text)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key of the entry after which a page begins; empty for the first page. The raw key in the
   * older parameter {@code after} is taken as well, with a {@code Deprecation} header.
   */
  public static Optional<String> read(RoutingContext ctx, String list) {
    Optional<String> cursor = Query.text(ctx, "cursor");
    if (cursor.isPresent()) {
      return Optional.of(key(cursor.get(), list));
    }
    Optional<String> after = Query.text(ctx, "after");
    after.ifPresent(used -> AFTER.announce(ctx));
    return after;
  }

  private static String key(String cursor, String list) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = text.lastIndexOf(' ');
      int begin = list.length() + 1;
      if (end >= begin
          && text.startsWith(list + " ")
          && text.substring(end + 1).equals(sum(text.substring(0, end)))) {
        return text.substring(begin, end);
      }
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    throw wrong();
  }

  private static RuntimeException wrong() {
    return Query.wrong("cursor", "is none of this list; take it from 'next' of the page before");
  }

  private static String sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toString(sum.getValue(), 36);
  }
}
