package io.moneyprinter.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells browsers to do nothing with an answer but what it is for. */
public final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** Names, each with its value, in the form that is written without encoding it anew. */
  private static final CharSequence[] ALWAYS =
      Stream.of(
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "no-referrer",
              "X-Frame-Options",
              "DENY",
              "Cross-Origin-Resource-Policy",
              "same-origin",
              "Content-Security-Policy",
              NOTHING)
          .map(HttpHeaders::createOptimized)
          .toArray(CharSequence[]::new);

  /**
   * For the studio: its own files, pictures and films it fetched itself, and text only ever as
   * text: no string becomes markup or script but through the templates of its library.
   *
   * @param imports the source expression of its import map, the only script that may stand in it
   */
  public static String studioPolicy(Optional<String> imports) {
    return "default-src 'none'; script-src 'self'"
        + imports.map(" "::concat).orElse("")
        + "; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self';"
        + " font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none';"
        + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
        + " trusted-types lit-html moneyprinter";
  }

  /** For a film or picture opened on its own: browsers show it in a small page of theirs. */
  public static final String MEDIA_POLICY =
      "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline';"
          + " frame-ancestors 'none'";

  /**
   * For a file that came from who knows where, opened on its own: whatever it is, it runs nothing,
   * sends nothing and is of no origin.
   */
  public static final String SANDBOX_POLICY = "sandbox; " + MEDIA_POLICY;

  @Override
  public void handle(RoutingContext ctx) {
    set(ctx.response().headers());
    ctx.next();
  }

  static void set(MultiMap headers) {
    for (int i = 0; i < ALWAYS.length; i += 2) {
      headers.set(ALWAYS[i], ALWAYS[i + 1]);
    }
  }
}
