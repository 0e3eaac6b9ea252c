package io.moneyprinter.gateway.page;

import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The studio's pages. All are one document, whose router shows what its address names. */
public final class StudioRoutes {
  /** The addresses that people see, and may keep or send to others, and the page of each. */
  static final List<Page> PAGES =
      List.of(
          new Page("/", "create"),
          new Page("/videos", "library"),
          new Page("/videos/:id", "video"),
          new Page("/videos/:id/storyboard", "storyboard"),
          new Page("/batches", "batches"),
          new Page("/batches/:id", "batch"),
          new Page("/materials", "materials"),
          new Page("/notifications", "notifications"),
          new Page("/settings", "settings"),
          new Page("/settings/:section", "settings"),
          new Page("/account", "account"),
          new Page("/reference", "reference"),
          new Page("/dashboard", "dashboard"),
          new Page("/dashboard/nodes/:id", "node"),
          new Page("/dashboard/jobs", "jobs"),
          new Page("/dashboard/jobs/:id", "job"));

  /**
   * An address, and what the studio's router calls the page there.
   *
   * @param path as Vert.x Web writes routes
   */
  record Page(String path, String name) {}

  /** Below no build: a service worker rules over addresses below its own only. */
  private static final String SERVICE_WORKER = "service-worker.js";

  private static final String ALWAYS_ASK = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final StudioFiles files;

  public StudioRoutes(StudioFiles files) {
    this.files = files;
  }

  public void mount(Api api) {
    PAGES.forEach(page -> api.get(page.path(), Scope.PUBLIC, ctx -> page(ctx, page.name())));
    api.get("/studio/:build/*", Scope.PUBLIC, this::file);
    api.get("/" + SERVICE_WORKER, Scope.PUBLIC, this::serviceWorker);
  }

  private Future<?> page(RoutingContext ctx, String name) {
    return files
        .document(ctx.vertx(), PageLanguage.of(ctx), name)
        .compose(
            document -> {
              ctx.response()
                  .putHeader(
                      "Content-Security-Policy",
                      SecurityHeaders.studioPolicy(StudioFiles.importsHash(document)));
              ctx.response().headers().add("Vary", PageLanguage.VARY);
              return document.answer(ctx, ALWAYS_ASK);
            });
  }

  private Future<?> serviceWorker(RoutingContext ctx) {
    return files
        .file(ctx.vertx(), SERVICE_WORKER)
        .compose(worker -> worker.answer(ctx, ALWAYS_ASK));
  }

  /** A file of another build is answered too, from this one, but not kept: the page is older. */
  private Future<?> file(RoutingContext ctx) {
    boolean same = files.lasting() && ctx.pathParam("build").equals(files.build());
    return files
        .file(ctx.vertx(), ctx.pathParam("*"))
        .compose(file -> file.answer(ctx, same ? FOR_EVER : ALWAYS_ASK));
  }
}
