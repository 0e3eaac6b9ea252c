package io.moneyprinter.gateway.routes;

import io.vertx.ext.web.RoutingContext;

/** How bodies begin that are read as they come. */
final class UploadBody {
  private UploadBody() {}

  /** Tells a caller that waits for leave to go on (RFC 9110 §10.1.1). */
  static void welcome(RoutingContext ctx) {
    if ("100-continue".equalsIgnoreCase(ctx.request().getHeader("Expect"))) {
      ctx.response().writeContinue();
    }
  }
}
