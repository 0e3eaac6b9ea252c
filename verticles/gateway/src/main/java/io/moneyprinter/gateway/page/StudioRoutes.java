package io.moneyprinter.gateway.page;

import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The studio's pages. All are one document, whose router shows what its address names. */
public final class StudioRoutes {
  /** The addresses that people see, and may keep or send to others. */
  static final List<String> PAGES =
      List.of(
          "/",
          "/videos",
          "/videos/:id",
          "/videos/:id/storyboard",
          "/batches",
          "/batches/:id",
          "/materials",
          "/notifications",
          "/settings",
          "/settings/:section",
          "/account",
          "/reference",
          "/dashboard",
          "/dashboard/nodes/:id",
          "/dashboard/jobs",
          "/dashboard/jobs/:id");

  /** Below no build: a service worker rules over addresses below its own only. */
  private static final String SERVICE_WORKER = "service-worker.js";

  private static final String ALWAYS_ASK = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final StudioFiles files;

  public StudioRoutes(StudioFiles files) {
    this.files = files;
  }

  public void mount(Api api) {
    PAGES.forEach(path -> api.get(path, Scope.PUBLIC, this::page));
    api.get("/studio/:build/*", Scope.PUBLIC, this::file);
    api.get("/" + SERVICE_WORKER, Scope.PUBLIC, this::serviceWorker);
  }

  private Future<?> page(RoutingContext ctx) {
    return files
        .file(ctx.vertx(), StudioFiles.INDEX)
        .compose(
            index -> {
              ctx.response()
                  .putHeader(
                      "Content-Security-Policy",
                      SecurityHeaders.studioPolicy(StudioFiles.importsHash(index)));
              return index.answer(ctx, ALWAYS_ASK);
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
