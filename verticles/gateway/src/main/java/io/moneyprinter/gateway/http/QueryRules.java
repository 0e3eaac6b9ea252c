package io.moneyprinter.gateway.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Which query parameters an operation has. */
@FunctionalInterface
public interface QueryRules {
  /**
   * Fails with {@code INVALID} for a parameter that the operation has not, or that comes more often
   * than once where one is meant.
   *
   * @param pattern of the path, as the operation was mounted
   */
  Future<Void> check(RoutingContext ctx, String pattern);

  /** Lets everything pass. */
  static QueryRules none() {
    return (ctx, pattern) -> Future.succeededFuture();
  }
}
