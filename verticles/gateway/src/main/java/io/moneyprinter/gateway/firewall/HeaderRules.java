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
    int once = 0; // one bit for each of those that are sent once
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey();
      length(name, header.getValue(), found);
      if (name.indexOf('_') >= 0 && TWINS.contains(name.toLowerCase(Locale.ROOT))) {
        found.add(Finding.suspicious("twin-header", "header " + shown(name), 5));
      }
      int single = indexOf(SINGLE, name);
      if (single >= 0) {
        if ((once & 1 << single) != 0) {
          String known = SINGLE.get(single);
          found.add(
              Finding.malformed(
                  "duplicate-header", "header " + known, 400, known + " is sent once"));
        }
        once |= 1 << single;
      }
      int text = indexOf(TEXTS, name);
      if (text >= 0) {
        patterns.checkText(header.getValue(), "header " + TEXTS.get(text), found);
      }
    }
    framing(request, found);
    patterns.checkAgent(request.getHeader("User-Agent"), found);
  }

  private void length(String name, String value, List<Finding> found) {
    if (value.length() > longest) {
      found.add(
          Finding.malformed(
              "header-length",
              "header " + shown(name),
              431,
              "A header has at most %d characters".formatted(longest)));
    }
  }

  /** A look-up by hash would make a small-lettered copy of each name. */
  private static int indexOf(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
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
