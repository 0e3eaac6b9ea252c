package io.moneyprinter.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which web pages may talk to this node: its own, and those the operator lists. */
public final class Origins {
  private final Set<String> allowed;

  /**
   * @param allowed origins such as {@code https://studio.example.org}, without a path
   */
  public Origins(List<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(o -> o.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the request comes from a listed page of somebody else. */
  boolean listed(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && allowed.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** Whether the request comes from a page that may not talk to us; programs send no origin. */
  public boolean foreign(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && !listed(request) && !same(origin, request);
  }

  private static boolean same(String origin, HttpServerRequest request) {
    String host = request.getHeader("Host");
    String own = request.scheme() + "://" + (host == null ? request.authority() : host);
    return origin.equalsIgnoreCase(own);
  }
}
