package io.moneyprinter.launcher.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What people type, as parts of addresses. */
public final class Address {
  private Address() {}

  /** A text as one part of a path, or as a value behind the question mark (RFC 3986). */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
