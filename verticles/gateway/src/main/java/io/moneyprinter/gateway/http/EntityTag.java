package io.moneyprinter.gateway.http;

/** Entity tags (RFC 9110 §8.8.3). */
public final class EntityTag {
  private static final String WEAK = "W/";

  private EntityTag() {}

  public static String strong(String value) {
    return '"' + value + '"';
  }

  public static String weak(String value) {
    return WEAK + strong(value);
  }

  /**
   * Weak comparison with a list of tags, as {@code If-None-Match} wants it.
   *
   * @param header may be {@code null}
   */
  public static boolean matches(String header, String etag) {
    if (header == null) {
      return false;
    }
    for (String candidate : header.split(",")) {
      String tag = candidate.strip();
      if (tag.equals("*") || opaque(tag).equals(opaque(etag))) {
        return true;
      }
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
