package io.moneyprinter.gateway.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;

/** What a request passes at its route before the route's own conditions are looked at. */
@FunctionalInterface
public interface Admission {
  /**
   * Asked once for each route, when it is mounted.
   *
   * @param path the pattern of the route
   */
  SecurityPolicyHandler of(String method, String path);

  /** Lets everything pass. */
  static Admission free() {
    return (method, path) -> RoutingContext::next;
  }
}
