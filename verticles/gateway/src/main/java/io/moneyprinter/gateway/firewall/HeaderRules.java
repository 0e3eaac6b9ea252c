package io.moneyprinter.gateway.firewall;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers of a request: too many, too long, or such that a proxy before us might have read
 * another request (RFC 9112 §6 and §11.2).
 */
final class HeaderRules {
  /** Said once, or two readers may believe different ones. */
  private static final List<String> SINGLE =
      List.of(
          "Host",
          "Content-Length",
          "Transfer-Encoding",
          "Content-Type",
          "Authorization",
          "X-API-Key",
          "Idempotency-Key",
          "X-HTTP-Method-Override");

  /** The names that servers of other kinds would take for others with dashes. */
  private static final Set<String> TWINS =
      Set.of("content_length", "transfer_encoding", "x_api_key", "x_forwarded_for");

  private static final List<String> TEXTS =
      List.of("User-Agent", "Referer", "Cookie", "X-Forwarded-For", "X-Correlation-Id");

  private final int most;
  private final int longest;
  private final PatternRules patterns;

  /**
   * @param most headers
   * @param longest most characters of a header's value
   */
  HeaderRules(int most, int longest, PatternRules patterns) {
    this.most = most;
    this.longest = longest;
    this.patterns = patterns;
  }

  void check(HttpServerRequest request, List<Finding> found) {
    MultiMap headers = request.headers();
    if (headers.size() > most) {
      found.add(
          Finding.malformed(
              "header-count", "headers", 431, "At most %d headers are taken".formatted(most)));
    }
    for (Map.Entry<String, String> header : headers) {
      if (header.getValue().length() > longest) {
        found.add(
            Finding.malformed(
                "header-length",
                "header " + shown(header.getKey()),
                431,
                "A header has at most %d characters".formatted(longest)));
      }
      if (TWINS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        found.add(Finding.suspicious("twin-header", "header " + shown(header.getKey()), 5));
      }
    }
    SINGLE.stream()
        .filter(name -> headers.getAll(name).size() > 1)
        .forEach(
            name ->
                found.add(
                    Finding.malformed(
                        "duplicate-header", "header " + name, 400, name + " is sent once")));
    framing(request, found);
    patterns.checkAgent(request.getHeader("User-Agent"), found);
    for (String name : TEXTS) {
      headers.getAll(name).forEach(value -> patterns.checkText(value, "header " + name, found));
    }
  }

  /** Where the body ends must be beyond doubt. */
  private static void framing(HttpServerRequest request, List<Finding> found) {
    String coding = request.getHeader("Transfer-Encoding");
    String length = request.getHeader("Content-Length");
    if (coding != null
        && (!coding.equalsIgnoreCase("chunked")
            || length != null
            || request.version() == HttpVersion.HTTP_1_0)) {
      found.add(
          Finding.malformed(
              "framing",
              "header Transfer-Encoding",
              400,
              "Send a Content-Length, or Transfer-Encoding: chunked"));
    }
    if (length != null && !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      found.add(
          Finding.malformed(
              "framing", "header Content-Length", 400, "Content-Length is a whole number"));
    }
    String packed = request.getHeader("Content-Encoding");
    if (packed != null && !packed.equalsIgnoreCase("identity")) {
      found.add(
          Finding.malformed(
              "content-encoding",
              "header Content-Encoding",
              415,
              "Send the body as it is, not compressed"));
    }
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
