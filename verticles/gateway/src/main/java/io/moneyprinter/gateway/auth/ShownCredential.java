package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.users.Authenticate;
import io.vertx.ext.web.RoutingContext;

/**
 * The credential of a request, read and digested once, as several links of the chain want it. Of
 * one event loop.
 */
final class ShownCredential {
  private static final String PLACE = "credential";

  private final Authenticate credential;
  private String digest;

  /**
   * @param credential {@code null} where a request has none
   */
  ShownCredential(Authenticate credential) {
    this.credential = credential;
  }

  static ShownCredential of(RoutingContext ctx) {
    ShownCredential shown = ctx.get(PLACE);
    if (shown == null) {
      shown = new ShownCredential(Credentials.of(ctx.request()).orElse(null));
      ctx.put(PLACE, shown);
    }
    return shown;
  }

  boolean present() {
    return credential != null;
  }

  Authenticate credential() {
    return credential;
  }

  /** A name for it from which it cannot be found. */
  String digest() {
    if (digest == null) {
      digest = CallerCache.digest(credential);
    }
    return digest;
  }
}
