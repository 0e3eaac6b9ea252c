package io.moneyprinter.materials.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes an address with its query. */
public final class Query {
  private final StringBuilder text;
  private char sign = '?';

  private Query(String address) {
    this.text = new StringBuilder(address);
  }

  public static Query of(String address) {
    return new Query(address);
  }

  /** With one pair more; both are encoded. */
  public Query with(String name, Object value) {
    text.append(sign).append(encoded(name)).append('=').append(encoded(String.valueOf(value)));
    sign = '&';
    return this;
  }

  /** One part of a path or query, encoded. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
