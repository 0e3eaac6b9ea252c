package io.moneyprinter.gateway.page;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Whose words a document of the studio has. The studio's {@code core/words.js} chooses likewise.
 */
final class PageLanguage {
  /** What decides, for caches. */
  static final String VARY = "Accept-Language, Cookie";

  /** English first, for who wants none of them. */
  private static final List<String> ALL = List.of("en", "zh", "es", "de");

  /** Set by the studio when somebody takes a language. */
  private static final String COOKIE = "moneyprinter-language";

  private PageLanguage() {}

  /** The language taken, or the first that the browser wants and there is. */
  static String of(RoutingContext ctx) {
    Cookie taken = ctx.request().getCookie(COOKIE);
    return taken != null && ALL.contains(taken.getValue())
        ? taken.getValue()
        : ctx.acceptableLanguages().stream()
            .map(LanguageHeader::tag)
            .filter(ALL::contains)
            .findFirst()
            .orElse(ALL.get(0));
  }
}
