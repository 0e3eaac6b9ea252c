package io.moneyprinter.gateway.firewall;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Method and target of a request: what is written so that two readers would read it unlike. */
final class TargetRules {
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final int longest;
  private final PatternRules patterns;

  /**
   * @param longest most characters of a target
   */
  TargetRules(int longest, PatternRules patterns) {
    this.longest = longest;
    this.patterns = patterns;
  }

  void check(HttpServerRequest request, List<Finding> found) {
    if (!METHODS.contains(request.method())) {
      found.add(
          Finding.malformed(
              "method",
              "method",
              405,
              "GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS are taken"));
    }
    String target = request.uri();
    if (target == null || target.length() > longest) {
      found.add(
          Finding.malformed(
              "target-length",
              "target",
              414,
              "A target has at most %d characters".formatted(longest)));
      return;
    }
    boolean whole = target.equals("*") && request.method().equals(HttpMethod.OPTIONS);
    if (!target.startsWith("/") && !whole) {
      found.add(Finding.malformed("target-form", "target", 400, "A target begins with a slash"));
      return;
    }
    int question = target.indexOf('?');
    path(question < 0 ? target : target.substring(0, question), found);
    if (question >= 0) {
      query(target.substring(question + 1), found);
    }
  }

  private void path(String path, List<Finding> found) {
    Optional<String> once = PercentText.decode(path, false);
    if (once.isEmpty()) {
      found.add(badEncoding("path"));
      return;
    }
    String decoded = once.get();
    if (PercentText.encodedAgain(decoded)) {
      found.add(Finding.malformed("double-encoding", "path", 400, "The path is encoded twice"));
    }
    if (PercentText.hasControl(decoded)) {
      found.add(control("path"));
    }
    if (decoded.indexOf('\\') >= 0
        || path.indexOf('%') >= 0 && path.toLowerCase(Locale.ROOT).contains("%2f")) {
      found.add(
          Finding.malformed(
              "hidden-slash", "path", 400, "A part of a path holds no slash of either kind"));
    }
    if (climbs(decoded)) {
      found.add(Finding.malformed("traversal", "path", 400, "A path has no '..' in it"));
    }
    patterns.checkPath(decoded, found);
  }

  private static boolean climbs(String path) {
    if (!path.contains("..")) {
      return false;
    }
    for (String part : path.split("[/\\\\]", -1)) {
      String bare = part.indexOf(';') < 0 ? part : part.substring(0, part.indexOf(';'));
      if (bare.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private void query(String query, List<Finding> found) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> name =
          PercentText.decode(equals < 0 ? pair : pair.substring(0, equals), true);
      Optional<String> value =
          equals < 0 ? Optional.of("") : PercentText.decode(pair.substring(equals + 1), true);
      if (name.isEmpty() || value.isEmpty()) {
        found.add(badEncoding("query"));
        return;
      }
      String where = "query " + shown(name.get());
      if (name.get().indexOf('\0') >= 0 || value.get().indexOf('\0') >= 0) {
        found.add(control(where));
      }
      if (PercentText.encodedAgain(value.get())) {
        found.add(Finding.suspicious("double-encoding", where, 2));
      }
      patterns.checkText(name.get(), where, found);
      patterns.checkText(value.get(), where, found);
    }
  }

  /** A name that is harmless in a log. */
  private static String shown(String name) {
    String cut = name.length() > 40 ? name.substring(0, 40) + "…" : name;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  private static Finding badEncoding(String where) {
    return Finding.malformed(
        "bad-encoding", where, 400, "A percent sign is followed by two digits, and all is UTF-8");
  }

  private static Finding control(String where) {
    return Finding.malformed("control-character", where, 400, "Control characters are not taken");
  }
}
