package io.moneyprinter.gateway.routes;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * What the page behind a link says, in the language of whoever opens it.
 *
 * @param language BCP 47 tag
 * @param gone that the link is good no more
 * @param unknown that there is no such link
 */
record WatchWords(
    String language, String download, String captions, String gone, String unknown, String ask) {
  private static final List<WatchWords> ALL =
      List.of(
          new WatchWords(
              "en",
              "Download",
              "Captions",
              "This link is no longer valid",
              "This link does not work",
              "Ask whoever sent it to you for a new one."),
          new WatchWords(
              "de",
              "Herunterladen",
              "Untertitel",
              "Dieser Link gilt nicht mehr",
              "Dieser Link funktioniert nicht",
              "Bitte fragen Sie die Person, die ihn geschickt hat, nach einem neuen."),
          new WatchWords(
              "es",
              "Descargar",
              "Subtítulos",
              "Este enlace ya no es válido",
              "Este enlace no funciona",
              "Pide uno nuevo a quien te lo envió."),
          new WatchWords("zh", "下载", "字幕", "此链接已失效", "此链接无法使用", "请向发送者索取新的链接。"));

  /** English for who wants none of the languages there are. */
  static WatchWords of(RoutingContext ctx) {
    return ctx.acceptableLanguages().stream()
        .map(WatchWords::in)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ALL.get(0));
  }

  private static Optional<WatchWords> in(LanguageHeader wanted) {
    return ALL.stream().filter(words -> words.language().equals(wanted.tag())).findFirst();
  }
}
