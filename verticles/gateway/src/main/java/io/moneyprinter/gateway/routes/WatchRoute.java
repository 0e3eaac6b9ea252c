package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Shows a shared file on a small page, to whoever has the link to it. The parameters of the link
 * stand behind the page's address as they do behind the file's.
 */
public final class WatchRoute {
  static final String PATH = "/watch/";
  static final String POSTER = "poster.jpg";
  static final String CAPTIONS = "captions.vtt";

  private static final String STYLE = "style.css";

  /** Nothing runs on it; the file may be sent on to a bucket, see {@link LinkedFileRoute}. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'%1$s; media-src 'self'%1$s;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final LinkVisit visits;
  private final FileAnswer files;
  private final WatchPage page;
  private final Resource style;

  private WatchRoute(LinkVisit visits, FileAnswer files, WatchPage page, Resource style) {
    this.visits = visits;
    this.files = files;
    this.page = page;
    this.style = style;
  }

  /**
   * Reads the page from the class path; blocks shortly.
   *
   * @param files brings the bytes of a blob onto this machine
   */
  public static WatchRoute load(Vertx vertx, Function<Blob, Future<Path>> files) {
    return new WatchRoute(
        new LinkVisit(vertx.eventBus()),
        new FileAnswer(vertx, files),
        WatchPage.load(),
        Resource.read("/webroot/assets/watch.css", "text/css; charset=utf-8"));
  }

  /** The page for a link; {@code null} for one that leads to a CDN. */
  static String path(String href) {
    return href.startsWith(LinkedFileRoute.PATH)
        ? PATH + href.substring(LinkedFileRoute.PATH.length())
        : null;
  }

  public void mount(Api api) {
    api.get(PATH + STYLE, Scope.PUBLIC, style::answer);
    api.get(PATH + ":id", Scope.PUBLIC, this::show);
    api.get(PATH + ":id/" + POSTER, Scope.PUBLIC, ctx -> beside(ctx, Publication.POSTER));
    api.get(PATH + ":id/" + CAPTIONS, Scope.PUBLIC, ctx -> beside(ctx, Publication.VTT));
  }

  private Future<?> show(RoutingContext ctx) {
    WatchWords words = WatchWords.of(ctx);
    return visits
        .of(ctx)
        .compose(
            found ->
                send(
                    ctx,
                    200,
                    page.show(found.opened().link(), found.job(), ctx.request().query(), words),
                    found.opened().elsewhere()))
        .recover(cause -> sorry(ctx, words, cause));
  }

  private Future<Void> sorry(RoutingContext ctx, WatchWords words, Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return send(ctx, refusal.status(), page.sorry(words, words.gone()), null);
    }
    FailureCode code = ServiceFailure.from(cause).code();
    if (code == FailureCode.UNAVAILABLE) {
      return send(ctx, code.httpStatus(), page.sorry(words, words.unknown()), null);
    }
    boolean wrong =
        code == FailureCode.NOT_FOUND
            || code == FailureCode.FORBIDDEN
            || code == FailureCode.INVALID;
    return wrong
        ? send(ctx, 404, page.sorry(words, words.unknown()), null)
        : Future.failedFuture(cause);
  }

  /**
   * @param elsewhere where the file is fetched from; {@code null} for here
   */
  private static Future<Void> send(RoutingContext ctx, int status, String html, String elsewhere) {
    String origin = "";
    if (elsewhere != null) {
      URI there = URI.create(elsewhere);
      origin = " " + there.getScheme() + "://" + there.getAuthority();
    }
    return ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY.formatted(origin))
        .putHeader("X-Robots-Tag", "noindex, nofollow")
        .putHeader("Cache-Control", "private, no-store")
        .end(html);
  }

  private Future<?> beside(RoutingContext ctx, String name) {
    FileType type = FileType.of(name).orElseThrow();
    return visits
        .of(ctx)
        .compose(
            found -> {
              Blob blob =
                  found
                      .job()
                      .map(Job::result)
                      .flatMap(result -> result.file(name))
                      .orElseThrow(WatchRoute::none);
              return files.send(ctx, blob, type.mediaType(), "inline", none());
            });
  }

  private static ServiceFailure none() {
    return ServiceFailure.notFound("There is no such file behind this link");
  }
}
