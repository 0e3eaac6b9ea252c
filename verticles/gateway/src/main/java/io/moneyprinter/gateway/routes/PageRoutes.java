package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** The page for logging in. Its files are a closed set, read once. */
public final class PageRoutes {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Resource account;
  private final Map<String, Resource> assets;

  private PageRoutes(Resource account, Map<String, Resource> assets) {
    this.account = account;
    this.assets = assets;
  }

  /** Reads the page from the class path; blocks shortly. */
  public static PageRoutes load() {
    return new PageRoutes(
        Resource.read("/webroot/account.html", HTML),
        Map.of(
            "account.js", asset("account.js", SCRIPT),
            "api.js", asset("api.js", SCRIPT),
            "style.css", asset("style.css", "text/css; charset=utf-8"),
            "icon.svg", asset("icon.svg", "image/svg+xml")));
  }

  private static Resource asset(String name, String mediaType) {
    return Resource.read("/webroot/assets/" + name, mediaType);
  }

  public void mount(Api api) {
    api.get("/account", Scope.PUBLIC, ctx -> answer(ctx, account));
    api.get("/assets/:name", Scope.PUBLIC, this::asset);
  }

  private Future<?> asset(RoutingContext ctx) {
    Resource found =
        Optional.ofNullable(assets.get(ctx.pathParam("name")))
            .orElseThrow(() -> ServiceFailure.notFound("The page has no such file"));
    return answer(ctx, found);
  }

  private static Future<?> answer(RoutingContext ctx, Resource file) {
    ctx.response().putHeader("Content-Security-Policy", SecurityHeaders.PAGE_POLICY);
    return file.answer(ctx);
  }
}
